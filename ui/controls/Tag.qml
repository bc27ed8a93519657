// Tag: a short state beside a heading. Kinds: "done", "here", "info", "infoOnPage", "error", "plain".
import QtQuick
import Tongban.Theme

Rectangle {
    id: root

    required property string text
    property string iconName: ""
    property string kind: "plain"
    property real maximumWidth: Theme.pt(900)

    readonly property color ink: kind === "done" ? Theme.scheme.done : kind === "here" ? Theme.scheme.hereText
        : kind === "error" ? Theme.scheme.danger : kind.startsWith("info") ? Theme.scheme.primary : Theme.scheme.ink

    implicitHeight: Math.max(Theme.grow(44), words.implicitHeight + Theme.pt(6))
    implicitWidth: row.implicitWidth + Theme.pt(30)
    radius: Theme.radiusSmall
    color: kind === "done" ? Theme.scheme.doneSofter : kind === "here" ? Theme.scheme.hereSofter
        : kind === "error" ? Theme.scheme.dangerSofter : kind === "infoOnPage" ? Theme.scheme.primarySoft
        : kind === "info" ? Theme.scheme.primarySofter : Theme.scheme.sunken
    visible: text.length > 0

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.pt(8)

        Icon {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName.length > 0
            name: root.iconName
            size: Theme.grow(28)
            colour: root.ink
            strokeWidth: 2.2
        }
        Words {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.maximumWidth - Theme.pt(30) - (mark.visible ? mark.width + Theme.pt(8) : 0))
            text: root.text
            size: 25
            strong: true
            color: root.ink
            lineHeight: lineCount > 1 ? 0.85 : 1
        }
    }
}
