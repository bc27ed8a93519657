// IconLine: an icon with a sentence and its reason.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Item {
    id: root

    required property string iconName
    required property string title
    property string note: ""

    implicitHeight: Math.max(Theme.pt(88), words.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: title + ". " + note

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        size: Theme.grow(44)
    }
    Column {
        id: words

        x: Theme.grow(44) + Theme.pt(24)
        width: parent.width - x
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: root.title
            size: 34
            strong: true
            lineHeight: lineCount > 1 ? 0.9 : 1
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: root.note
            size: 28
            color: Theme.scheme.inkMuted
            lineHeight: lineCount > 1 ? 0.92 : 1
            Accessible.ignored: true
        }
    }
}
