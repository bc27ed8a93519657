// AskCard: the one thing the citizen must do, in gold.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    required property string title
    property string note: ""
    property string actionText: ""

    signal pressed()

    implicitHeight: Math.max(Theme.pt(156), words.implicitHeight + Theme.pt(44))
    radius: Theme.radiusLarge
    color: Theme.scheme.hereSoft
    border.width: Theme.highContrast ? Theme.stroke : 0
    border.color: Theme.scheme.here

    IconBox {
        id: box

        x: Theme.pt(28)
        anchors.verticalCenter: parent.verticalCenter
        name: "calendar-clock"
        tint: "here"
        tinted: true
        size: Theme.pt(84)
    }
    Column {
        id: words

        anchors.left: box.right
        anchors.leftMargin: Theme.pt(24)
        anchors.right: act.visible ? act.left : parent.right
        anchors.rightMargin: Theme.pt(20)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: root.title
            size: 34
            strong: true
            lineHeight: lineCount > 1 ? 0.9 : 1
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: root.note
            size: 26
            lineHeight: lineCount > 1 ? 0.92 : 1
        }
    }
    MiniButton {
        id: act

        visible: root.actionText.length > 0
        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(32)
        anchors.verticalCenter: parent.verticalCenter
        height: Math.max(implicitHeight, Theme.pt(88))
        text: root.actionText
        onPressed: root.pressed()
    }
}
