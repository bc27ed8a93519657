// QuickTile: one of the three short ways on the home page; a closed one keeps its place with its reason.
import QtQuick
import Tongban.Theme

Pressable {
    id: root

    required property string title
    required property string iconName
    property string hint: ""
    property string tint: "primary"

    spoken: title
    spokenMore: hint
    implicitHeight: Math.max(Theme.grow(Theme.landscape ? 132 : 152), labels.implicitHeight + Theme.pt(36))

    Card {
        anchors.fill: parent
        color: root.available ? (root.down ? Theme.scheme.primarySoft : Theme.scheme.surface) : Theme.scheme.sunken
    }
    DashedFrame {
        anchors.fill: parent
        visible: !root.available
    }
    IconBox {
        id: box

        x: Theme.pt(20)
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        tint: root.tint
        size: Theme.pt(Theme.landscape ? 60 : 76)
    }
    Column {
        id: labels

        anchors.left: box.right
        anchors.leftMargin: Theme.pt(Theme.landscape ? 14 : 18)
        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(8)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: root.title
            size: 36
            strong: true
            lineHeight: lineCount > 1 ? 0.85 : 1
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: root.available ? root.hint : root.reason
            size: 24
            color: Theme.scheme.inkMuted
            lineHeight: lineCount > 1 ? 0.85 : 1
            Accessible.ignored: true
        }
    }
}
