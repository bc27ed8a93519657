// OptionRow: an answer in words.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Pressable {
    id: root

    required property string title
    property string hint: ""
    property bool single: true

    spoken: title
    spokenMore: hint
    role: single ? Accessible.RadioButton : Accessible.CheckBox
    checkable: true
    implicitHeight: Math.max(Theme.grow(120), words.implicitHeight + Theme.pt(28))

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.checked ? Theme.scheme.primarySofter : root.down ? Theme.scheme.primarySoft : Theme.scheme.surface
        border.width: root.checked ? Theme.stroke * 2 : Theme.stroke
        border.color: root.checked ? Theme.scheme.primary : Theme.scheme.edge
    }
    OptionMark {
        id: mark

        x: Theme.pt(36)
        anchors.verticalCenter: parent.verticalCenter
        on: root.checked
        single: root.single
    }
    Column {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.pt(28)
        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(24)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: root.title
            size: 36
            strong: true
            lineHeight: lineCount > 1 ? 0.88 : 1
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: root.hint
            size: 27
            color: Theme.scheme.inkMuted
            lineHeight: lineCount > 1 ? 0.88 : 1
            Accessible.ignored: true
        }
    }
}
