// FrequentServices: what people often do in this hall, by its own counts, and the way to all items.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Column {
    id: root

    required property var services
    required property int itemCount

    signal itemChosen(string id)
    signal allPressed()

    spacing: Theme.pt(18)

    Item {
        width: parent.width
        visible: !Theme.lowPosition
        height: all.height

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Often done here")
            size: 38
            strong: true
            Accessible.role: Accessible.Heading
        }
        Pressable {
            id: all

            anchors.right: parent.right
            width: allWords.width + Theme.pt(44)
            height: Theme.grow(64)
            spoken: allWords.text
            onPressed: root.allPressed()

            Words {
                id: allWords

                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("All %1").arg(root.itemCount)
                size: 28
                strong: true
                color: Theme.scheme.link
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Icon {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                name: "chevron-right"
                size: Theme.grow(36)
                strokeWidth: 2.2
                colour: Theme.scheme.link
            }
        }
    }
    Grid {
        id: grid

        width: parent.width
        columns: Theme.elder ? 1 : 2
        columnSpacing: Theme.gutter
        rowSpacing: Theme.gap

        Repeater {
            model: root.services.slice(0, Theme.elder ? 2 : Theme.lowPosition ? 4 : 6)

            ServiceTile {
                required property var modelData

                width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns
                title: modelData.title
                hint: Theme.lowPosition ? "" : modelData.hint
                iconName: modelData.icon
                onPressed: root.itemChosen(modelData.id)
            }
        }
    }
}
