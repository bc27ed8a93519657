// PlugSwitch: a plug and its socket; a touch pulls it or puts it back.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Pressable {
    id: root

    required property bool plugged
    required property string machineName
    signal turned(bool inside)

    spoken: plugged ? qsTr("Pull the plug: %1").arg(machineName) : qsTr("Plug in again: %1").arg(machineName)
    radius: height / 2
    implicitWidth: Theme.pt(94)
    implicitHeight: Theme.pt(52)
    onPressed: turned(!plugged)

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: root.plugged ? Theme.scheme.doneSofter : Theme.scheme.sunken
        border.width: Theme.pt(2)
        border.color: root.plugged ? Theme.scheme.doneFill : Theme.scheme.edge
    }
    // The socket at the right, the plug with its cable and two pins at the left of it.
    Rectangle {
        x: root.width - width - Theme.pt(12)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.pt(24)
        height: Theme.pt(32)
        radius: Theme.pt(6)
        color: Theme.scheme.inkStrong
    }
    Item {
        x: root.plugged ? Theme.pt(20) : Theme.pt(4)
        width: Theme.pt(46)
        height: parent.height

        Behavior on x { NumberAnimation { duration: Theme.still ? 0 : Theme.tapTime * 2; easing.type: Easing.OutCubic } }

        Repeater {
            model: 2

            Rectangle {
                required property int index

                x: Theme.pt(30)
                y: root.height / 2 + (index === 0 ? -Theme.pt(9) : Theme.pt(4))
                width: Theme.pt(16)
                height: Theme.pt(5)
                color: Theme.scheme.edgeStrong
            }
        }
        Rectangle {
            x: Theme.pt(10)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.pt(22)
            height: Theme.pt(28)
            radius: Theme.pt(7)
            color: root.plugged ? Theme.scheme.doneFill : Theme.scheme.edgeStrong
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.pt(12)
            height: Theme.pt(5)
            color: Theme.scheme.edgeStrong
        }
    }
}
