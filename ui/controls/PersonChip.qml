// PersonChip: who is identified, masked; the only personal word in the top bar.
import QtQuick
import Tongban.Theme

Rectangle {
    id: root

    required property string name

    implicitHeight: Theme.grow(56)
    implicitWidth: row.implicitWidth + Theme.pt(38)
    radius: height / 2
    color: Theme.scheme.doneSofter
    visible: name.length > 0

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.pt(10)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "shield-check"
            size: Theme.grow(30)
            colour: Theme.scheme.done
            strokeWidth: 2
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: root.name
            size: 26
            strong: true
            color: Theme.scheme.done
        }
    }
}
