// IconBox: an icon on its tinted tile. Tints: "primary", "done", "here".
import QtQuick
import Tongban.Theme

Rectangle {
    id: root

    required property string name
    property string tint: "primary"
    property bool tinted: false
    property real size: Theme.grow(84)

    implicitWidth: size
    implicitHeight: size
    radius: size * 0.28
    color: tinted ? Theme.scheme.surface : tint === "done" ? Theme.scheme.doneSofter : tint === "here" ? Theme.scheme.hereSofter
        : tint === "error" ? Theme.scheme.dangerSofter : Theme.scheme.primarySofter
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        name: root.name
        size: root.size * 0.58
        colour: root.tint === "done" ? Theme.scheme.done : root.tint === "here" ? Theme.scheme.hereText
            : root.tint === "error" ? Theme.scheme.danger : Theme.scheme.primary
        strokeWidth: 1.8
    }
}
