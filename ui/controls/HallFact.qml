// HallFact: one honest figure about the hall, on the landscape.
import QtQuick
import Tongban.Theme

Rectangle {
    id: root

    required property string value
    required property string label

    implicitWidth: row.implicitWidth + Theme.pt(56)
    implicitHeight: Theme.grow(80)
    radius: Theme.pt(26)
    color: Theme.highContrast ? Theme.scheme.surface : Theme.faint(Pigments.white, 0.86)

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.pt(10)

        Words {
            id: figure

            text: root.value
            size: 44
            digits: true
            strong: true
        }
        Words {
            anchors.baseline: figure.baseline
            text: root.label
            size: 28
        }
    }
}
