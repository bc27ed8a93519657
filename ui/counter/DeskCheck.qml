// DeskCheck: one statement to confirm.
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Pressable {
    id: root

    required property string text

    signal toggled(bool on)

    spoken: text
    role: Accessible.CheckBox
    checkable: true
    radius: Desk.radius
    implicitHeight: Math.max(46, words.implicitHeight + 16)
    onPressed: root.toggled(!root.checked)

    Rectangle {
        x: 4
        anchors.verticalCenter: parent.verticalCenter
        width: 28
        height: 28
        radius: 8
        color: root.checked ? Theme.scheme.primary : Theme.scheme.surface
        border.width: 2
        border.color: root.checked ? Theme.scheme.primary : Theme.scheme.edge

        Icon {
            anchors.centerIn: parent
            visible: root.checked
            name: "check"
            size: 20
            strokeWidth: 3
            colour: Theme.scheme.primaryInk
        }
    }
    DeskText {
        id: words

        x: 46
        width: parent.width - 54
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        font.weight: Font.DemiBold
        color: Theme.scheme.inkStrong
    }
}
