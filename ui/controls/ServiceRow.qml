// ServiceRow: one line of a result list: what it is, what tells it apart, how long it takes.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Pressable {
    id: root

    required property string title
    property string hint: ""
    property string aside: ""
    property string iconName: "file-text"
    property bool divided: false

    spoken: title
    spokenMore: `${hint} ${aside}`.trim()
    implicitHeight: Math.max(Theme.grow(122), words.implicitHeight + Theme.pt(28))

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.pt(4)
        visible: root.down
        radius: root.radius
        color: Theme.scheme.primarySoft
    }
    Rectangle {
        visible: root.divided
        width: parent.width
        height: Theme.pt(2)
        color: Theme.scheme.hair
    }
    IconBox {
        id: box

        x: Theme.pt(28)
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        size: Theme.pt(76)
    }
    Column {
        id: words

        anchors.left: box.right
        anchors.leftMargin: Theme.pt(24)
        anchors.right: side.left
        anchors.rightMargin: Theme.pt(12)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: root.title
            size: 33
            strong: true
            lineHeight: lineCount > 1 ? 0.85 : 1
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: root.hint
            size: 26
            color: Theme.scheme.inkMuted
            lineHeight: lineCount > 1 ? 0.85 : 1
            Accessible.ignored: true
        }
    }
    Words {
        id: side

        anchors.right: arrow.left
        anchors.rightMargin: Theme.pt(16)
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, root.width * 0.3)
        horizontalAlignment: Text.AlignRight
        text: root.aside
        size: 26
        Accessible.ignored: true
    }
    Icon {
        id: arrow

        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(28)
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-right"
        size: Theme.pt(36)
        colour: Theme.scheme.edge
        strokeWidth: 2.2
    }
}
