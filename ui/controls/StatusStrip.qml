// StatusStrip: what a device is doing, with one small act. Kinds: "here", "done", "error".
import QtQuick
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    required property string text
    property string iconName: "printer"
    property string kind: "here"
    property string actionText: ""

    signal pressed()

    implicitHeight: Math.max(Theme.grow(112), words.implicitHeight + Theme.pt(32))
    radius: Theme.radiusLarge
    color: kind === "error" ? Theme.scheme.dangerSoft : kind === "done" ? Theme.scheme.doneSoft : Theme.scheme.hereSoft
    border.width: Theme.highContrast ? Theme.stroke : 0
    border.color: Theme.scheme.edge

    Icon {
        id: mark

        x: Theme.pt(30)
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        size: Theme.grow(44)
        strokeWidth: 2
        colour: root.kind === "error" ? Theme.scheme.danger : root.kind === "done" ? Theme.scheme.done : Theme.scheme.hereText
    }
    Words {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.pt(20)
        anchors.right: act.visible ? act.left : parent.right
        anchors.rightMargin: Theme.pt(20)
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        color: Theme.scheme.inkStrong
        Accessible.role: Accessible.AlertMessage
    }
    MiniButton {
        id: act

        visible: root.actionText.length > 0
        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(24)
        anchors.verticalCenter: parent.verticalCenter
        text: root.actionText
        onPressed: root.pressed()
    }
}
