// ChoiceTile: another way, as a small card: icon, name, one line.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Pressable {
    id: root

    required property string title
    property string note: ""
    property string iconName: ""
    property bool upright: false

    spoken: title
    spokenMore: note
    implicitHeight: upright ? Math.max(Theme.pt(250), words.y + words.implicitHeight + Theme.pt(26))
                            : Math.max(Theme.pt(132), words.implicitHeight + Theme.pt(36))

    Card {
        anchors.fill: parent
        color: root.down ? Theme.scheme.primarySoft : Theme.scheme.surface
    }
    Icon {
        id: mark

        x: Theme.pt(root.upright ? 34 : 22)
        y: root.upright ? Theme.pt(30) : (root.height - height) / 2
        name: root.iconName
        size: Theme.pt(root.upright ? 60 : 46)
        strokeWidth: 1.8
    }
    Column {
        id: words

        x: root.upright ? mark.x : mark.x + mark.width + Theme.pt(18)
        y: root.upright ? mark.y + mark.height + Theme.pt(10) : (root.height - height) / 2
        width: root.width - x - Theme.pt(14)

        Words {
            width: parent.width
            text: root.title
            size: root.upright ? 38 : 30
            strong: true
            lineHeight: lineCount > 1 ? 0.86 : 1
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: root.note
            size: root.upright ? 28 : 25
            color: Theme.scheme.inkMuted
            lineHeight: lineCount > 1 ? 0.88 : 1
            Accessible.ignored: true
        }
    }
}
