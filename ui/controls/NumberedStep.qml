// NumberedStep: one of a few steps side by side, or one numbered sentence. States: "", "ok", "now".
import QtQuick
import Tongban.Theme
import Tongban.Controls

Item {
    id: root

    required property int number
    required property string title
    property string note: ""
    property string stepState: ""
    property bool soft: false
    property real size: 31
    readonly property real disc: Theme.grow(soft ? 52 : 64)

    implicitHeight: Math.max(disc, words.implicitHeight)
    Accessible.role: Accessible.ListItem
    Accessible.name: number + ". " + title + (note.length > 0 ? ". " + note : "")

    Rectangle {
        y: root.soft ? Theme.pt(2) : (root.height - height) / 2
        width: root.disc
        height: width
        radius: width / 2
        color: root.stepState === "now" ? Theme.scheme.here : root.soft ? Theme.scheme.primarySoft
            : root.stepState === "ok" ? Theme.scheme.done : Theme.scheme.primary

        Words {
            anchors.centerIn: parent
            text: root.number
            size: root.soft ? 30 : 36
            digits: true
            strong: true
            color: root.stepState === "now" ? Pigments.ink900 : root.soft ? Theme.scheme.primary : Theme.scheme.primaryInk
            Accessible.ignored: true
        }
    }
    Column {
        id: words

        x: root.disc + Theme.pt(18)
        width: root.width - x
        anchors.verticalCenter: root.soft ? undefined : parent.verticalCenter

        Words {
            width: parent.width
            text: root.title
            size: root.size
            strong: true
            lineHeight: lineCount > 1 ? 0.88 : 1
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: root.note
            size: 26
            color: Theme.scheme.inkMuted
            lineHeight: lineCount > 1 ? 0.88 : 1
            Accessible.ignored: true
        }
    }
}
