// WipeReport: what was erased, one by one; a failed one is said so. `items`: [{text, ok}].
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Grid {
    id: root

    required property var items

    columns: Theme.elder ? 2 : 3
    columnSpacing: Theme.pt(52)
    rowSpacing: Theme.pt(20)
    horizontalItemAlignment: Grid.AlignLeft
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Erased from this machine")

    Repeater {
        model: root.items

        Row {
            id: line

            required property var modelData

            spacing: Theme.pt(14)
            Accessible.role: Accessible.ListItem
            Accessible.name: modelData.text + ", " + (modelData.ok ? qsTr("erased") : qsTr("not erased, staff has been called"))

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: line.modelData.ok ? "circle-check" : "circle-x"
                size: Theme.grow(38)
                colour: line.modelData.ok ? Pigments.lampGreen : Pigments.lampRed
                strokeWidth: 2.2
            }
            Words {
                text: line.modelData.text
                size: 32
                font.weight: Font.Medium
                color: line.modelData.ok ? Pigments.white : Pigments.lampRed
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
