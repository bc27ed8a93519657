// NoteBox: one sentence that matters. Kinds: "why", "info", "done", "here", "error"; `spokenNow` outlines it while read aloud.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    property string kind: "info"
    property string heading: ""
    required property string text
    property string iconName: kind === "why" ? "question" : kind === "error" ? "alert" : kind === "done" ? "circle-check" : "info"
    property bool spokenNow: false

    readonly property color mark: kind === "error" ? Theme.scheme.dangerFill : kind === "done" ? Theme.scheme.done
        : kind === "here" ? Theme.scheme.hereText : Theme.scheme.primary

    implicitHeight: words.implicitHeight + Theme.pt(46)
    radius: Theme.radius
    color: kind === "error" ? Theme.scheme.dangerSofter : kind === "done" ? Theme.scheme.doneSoft
        : kind === "here" ? Theme.scheme.hereSoft : Theme.scheme.primarySoft
    border.width: kind === "error" || Theme.highContrast ? Theme.stroke : 0
    border.color: kind === "error" ? Theme.scheme.dangerFill : Theme.scheme.edge
    Accessible.role: kind === "error" ? Accessible.AlertMessage : Accessible.Note
    Accessible.name: heading.length > 0 ? heading + " " + text : text

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.pt(6)
        visible: root.spokenNow
        radius: root.radius + Theme.pt(6)
        color: "transparent"
        border.width: Theme.pt(6)
        border.color: Theme.scheme.focusOuter
    }
    Icon {
        x: Theme.pt(30)
        y: Theme.pt(26)
        name: root.iconName
        size: Theme.grow(44)
        colour: root.mark
    }
    Column {
        id: words

        x: Theme.pt(50) + Theme.grow(44)
        y: Theme.pt(22)
        width: root.width - x - Theme.pt(24)

        Words {
            width: parent.width
            visible: text.length > 0
            text: root.heading
            strong: true
            color: root.kind === "error" ? Theme.scheme.danger : Theme.scheme.inkStrong
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            text: root.text
            Accessible.ignored: true
        }
    }
}
