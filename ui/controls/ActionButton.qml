// ActionButton: the one button, in four weights: primary, secondary, mini, ghost. A disabled one shows a dashed edge.
import QtQuick
import QtQuick.Layouts
import Tongban.Theme

Pressable {
    id: root

    required property string text
    property string note: ""
    property string iconName: ""
    property bool iconLast: weight === "primary"
    property string weight: "secondary"
    property bool busy: false
    property real size: weight === "mini" ? 28 : 36
    property real iconSize: Theme.grow(weight === "mini" ? 34 : 42)
    property real sidePadding: Theme.pt(weight === "mini" ? 26 : 40)
    // On a dark picture (goodbye) a primary is white.
    property bool darkGround: false

    readonly property real natural: Math.ceil(textMetrics.advanceWidth) + 2
    readonly property real naturalNote: note.length > 0 ? Math.ceil(noteMetrics.advanceWidth) + 2 : 0
    readonly property real room: width - Theme.pt(20) - (iconName.length > 0 ? iconSize + row.spacing : 0)
    readonly property bool filled: weight === "primary" || weight === "miniPrimary"
    readonly property color face: !available ? Theme.scheme.sunken
        : darkGround ? (down ? Theme.scheme.primarySoft : Pigments.white)
        : filled ? (down ? Theme.scheme.primaryPressed : Theme.scheme.primary)
        : weight === "ghost" ? "transparent" : down ? Theme.scheme.primarySoft : Theme.scheme.surface
    readonly property color ink: !available ? Theme.scheme.ink
        : darkGround ? Pigments.night900 : filled ? Theme.scheme.primaryInk
        : weight === "ghost" ? Theme.scheme.link : Theme.scheme.inkStrong

    Layout.fillWidth: weight === "primary"
    Layout.fillHeight: !weight.startsWith("mini")
    Layout.minimumWidth: Theme.pt(120)
    spoken: text
    spokenMore: note
    radius: weight.startsWith("mini") ? Theme.radius : Theme.radiusLarge
    implicitHeight: Math.max(weight.startsWith("mini") ? Theme.pt(Theme.elder ? 96 : 72) : Theme.primaryHeight,
                             labels.implicitHeight + Theme.pt(20))
    implicitWidth: Math.max(natural, naturalNote) + (iconName.length > 0 ? iconSize + row.spacing : 0) + sidePadding * 2

    TextMetrics {
        id: textMetrics

        font.family: Theme.sans
        font.pixelSize: Theme.text(root.size)
        font.weight: Font.Bold
        text: root.text
    }
    TextMetrics {
        id: noteMetrics

        font.family: Theme.sans
        font.pixelSize: Theme.text(26)
        text: root.note
    }

    Shadow {
        visible: root.filled && root.available && !root.darkGround && root.weight === "primary" && Theme.scheme.raised
        radius: root.radius
    }

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.face
        border.width: root.available && !root.filled && root.weight !== "ghost" && !root.darkGround ? Theme.stroke : 0
        border.color: Theme.scheme.edge
    }

    DashedFrame {
        anchors.fill: parent
        visible: !root.available
        radius: root.radius
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.pt(root.weight.startsWith("mini") ? 10 : 18)
        layoutDirection: root.iconLast ? Qt.RightToLeft : Qt.LeftToRight

        Icon {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName.length > 0
            name: root.busy ? "loader" : root.iconName
            size: root.iconSize
            colour: root.weight === "secondary" || root.filled || root.darkGround || !root.available ? root.ink : Theme.scheme.primary
            strokeWidth: 2.2

            RotationAnimation on rotation {
                running: root.busy && root.visible && !Theme.still
                from: 0
                to: 360
                duration: 1200
                loops: Animation.Infinite
            }
        }

        Column {
            id: labels

            anchors.verticalCenter: parent.verticalCenter

            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                // Wrap before shrinking: a long label takes a second line.
                width: Math.min(root.natural, root.room)
                horizontalAlignment: Text.AlignHCenter
                text: root.text
                size: root.size
                strong: true
                color: root.ink
                lineHeight: lineCount > 1 ? 0.86 : 1
                Accessible.ignored: true
            }
            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(root.naturalNote, root.room)
                horizontalAlignment: Text.AlignHCenter
                visible: root.note.length > 0
                text: root.note
                size: 26
                color: root.ink
                Accessible.ignored: true
            }
        }
    }
}
