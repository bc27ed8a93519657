// ServiceTile: a service item on its own card, with the one line that helps to choose it.
import QtQuick
import Tongban.Theme

Pressable {
    id: root

    required property string title
    property string hint: ""
    property string iconName: "file-text"

    spoken: title
    spokenMore: hint
    implicitHeight: Math.max(Theme.grow(Theme.landscape ? 100 : 112), labels.implicitHeight + Theme.pt(Theme.landscape ? 12 : 24))

    Card {
        anchors.fill: parent
        color: root.down ? Theme.scheme.primarySoft : Theme.scheme.surface
    }
    Icon {
        id: mark

        x: Theme.pt(26)
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        size: Theme.pt(46)
        strokeWidth: 1.7
    }
    Column {
        id: labels

        anchors.left: mark.right
        anchors.leftMargin: Theme.pt(20)
        anchors.right: arrow.left
        anchors.rightMargin: Theme.pt(4)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: root.title
            size: 32
            strong: true
            lineHeight: lineCount > 1 ? 0.85 : 1
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: root.hint
            size: 25
            color: Theme.scheme.inkMuted
            lineHeight: lineCount > 1 ? 0.85 : 1
            Accessible.ignored: true
        }
    }
    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(20)
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-right"
        size: Theme.pt(34)
        colour: Theme.scheme.edge
        strokeWidth: 2
    }
}
