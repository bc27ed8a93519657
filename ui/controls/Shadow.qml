// Shadow: a soft edge under a raised surface, from a few translucent rectangles (no effects on the software renderer).
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme

Item {
    id: root

    // 1 resting card, 2 raised card, 3 dialog.
    property int level: 1
    property real radius: Theme.radiusLarge
    readonly property real blur: Theme.pt(level === 1 ? 12 : level === 2 ? 26 : 60)
    readonly property real drop: Theme.pt(level === 1 ? 4 : level === 2 ? 10 : 26)
    readonly property int steps: level === 1 ? 4 : 7

    anchors.fill: parent
    visible: Theme.scheme.raised
    z: -1

    Repeater {
        model: root.steps

        Rectangle {
            required property int index
            readonly property real spread: root.blur * ((index + 0.5) / root.steps - 0.35)

            x: -spread
            y: root.drop - spread
            width: root.width + spread * 2
            height: root.height + spread * 2
            radius: root.radius + spread
            color: Theme.faint(Pigments.shadow, (root.level === 1 ? 0.07 : root.level === 2 ? 0.11 : 0.26) / root.steps)
        }
    }
}
