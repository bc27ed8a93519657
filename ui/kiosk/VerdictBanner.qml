// VerdictBanner: valid or not, by shape, word and colour.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    required property bool good
    required property string text
    property string note: ""

    implicitHeight: Math.max(Theme.pt(200), words.implicitHeight + Theme.pt(60))
    radius: Theme.radiusLarge
    color: good ? Theme.scheme.doneSoft : Theme.scheme.dangerSoft
    border.width: Theme.pt(4)
    border.color: good ? Theme.scheme.doneFill : Theme.scheme.dangerFill
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text + ". " + note

    Rectangle {
        id: disc

        x: Theme.pt(40)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.pt(124)
        height: width
        radius: root.good ? width / 2 : Theme.radiusLarge
        color: root.good ? Theme.scheme.doneFill : Theme.scheme.dangerFill

        Icon {
            anchors.centerIn: parent
            name: root.good ? "check" : "x"
            size: Theme.pt(80)
            strokeWidth: 3
            colour: Theme.scheme.surface
        }
    }
    Column {
        id: words

        anchors.left: disc.right
        anchors.leftMargin: Theme.pt(36)
        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(30)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: root.text
            size: 50
            strong: true
            color: root.good ? Theme.scheme.done : Theme.scheme.danger
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: root.note
            size: 28
            Accessible.ignored: true
        }
    }
}
