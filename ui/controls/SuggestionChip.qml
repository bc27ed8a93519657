// SuggestionChip: a short thing to say; with `on` and `checkable` a filter or a reason.
import QtQuick
import Tongban.Theme

Pressable {
    id: root

    required property string text
    property bool on: false
    property real size: 29

    spoken: text
    checked: on
    radius: height / 2
    implicitHeight: Theme.grow(checkable ? 80 : 72)
    implicitWidth: row.implicitWidth + Theme.pt(60)

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.on ? Theme.scheme.primary : root.down ? Theme.scheme.primarySoft : Theme.scheme.surface
        border.width: Theme.pt(root.checkable ? 3 : 2)
        border.color: root.on ? Theme.scheme.primary : Theme.scheme.edge
    }
    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.pt(10)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.on
            name: "check"
            size: Theme.grow(30)
            strokeWidth: 3
            colour: Theme.scheme.primaryInk
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            size: root.size
            strong: root.on
            font.weight: root.on ? Font.DemiBold : Font.Medium
            color: root.on ? Theme.scheme.primaryInk : Theme.scheme.inkStrong
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
