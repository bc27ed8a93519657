// ThemeDoor: a door to many services: life events (with a landscape), people, business.
import QtQuick
import Tongban.Theme

Pressable {
    id: root

    required property string title
    property string hint: ""
    property string iconName: ""
    property string tint: "primary"
    property bool grand: false

    spoken: title
    spokenMore: hint
    radius: Theme.pt(32)
    implicitHeight: Theme.landscape ? Theme.pt(116) : Math.max(Theme.pt(236), labels.implicitHeight + Theme.pt(60))

    Card {
        anchors.fill: parent
        radius: root.radius
        color: root.down ? Theme.scheme.primarySoft : Theme.scheme.surface
    }
    Landscape {
        anchors.fill: parent
        visible: root.grand
        time: "dusk"
        radius: root.radius
        horizon: 1
        rise: Theme.pt(170)
        layers: 3
        seed: 4
        way: [[0.46, 0.9], [0.83, 0.78]]
    }
    Rectangle {
        anchors.fill: parent
        visible: root.grand
        radius: root.radius
        border.width: Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.scheme.edge
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: 0; color: Theme.faint(Pigments.azurite900, 0.84) }
            GradientStop { position: 0.55; color: Theme.faint(Pigments.azurite900, 0.62) }
            GradientStop { position: 1; color: Theme.faint(Pigments.azurite900, 0) }
        }
    }
    Column {
        id: labels

        x: Theme.pt(root.grand ? 34 : 26)
        y: Theme.landscape ? (root.height - height) / 2 : Theme.pt(30)
        width: root.width - x - Theme.pt(12)
        spacing: Theme.pt(root.grand ? 2 : 6)

        IconBox {
            visible: !root.grand && !Theme.landscape
            name: root.iconName
            tint: root.tint
            size: Theme.pt(84)
        }
        Words {
            width: parent.width
            text: root.title
            size: Theme.landscape ? 34 : root.grand ? 52 : 38
            serif: root.grand
            strong: true
            color: root.grand ? Pigments.white : Theme.scheme.inkStrong
            topPadding: root.grand ? 0 : Theme.pt(4)
            lineHeight: 0.92
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text.length > 0 && !Theme.landscape
            text: root.hint
            size: root.grand ? 26 : 24
            color: root.grand ? Pigments.white : Theme.scheme.inkMuted
            lineHeight: lineCount > 1 ? 0.95 : 1
            Accessible.ignored: true
        }
    }
}
