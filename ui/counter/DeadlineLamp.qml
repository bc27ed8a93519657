// DeadlineLamp: how much of the promise is left, by shape, word and colour; computed by the engine, never here.
import QtQuick
import QtQuick.Shapes
import Tongban.Theme
import Tongban.Counter

Row {
    id: root

    required property string lamp // red, amber, green, paused
    required property string text

    readonly property color tone: lamp === "red" ? Theme.scheme.danger
        : lamp === "amber" ? Theme.scheme.hereText
        : lamp === "green" ? Theme.scheme.done : Theme.scheme.inkMuted

    spacing: 10
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Shape {
        anchors.verticalCenter: parent.verticalCenter
        width: 22
        height: 22
        antialiasing: true

        ShapePath {
            strokeWidth: root.lamp === "amber" ? 2 : 0
            strokeColor: root.lamp === "amber" ? Theme.scheme.inkStrong : "transparent"
            fillColor: root.lamp === "red" ? Theme.scheme.lampRed
                : root.lamp === "amber" ? Theme.scheme.lampAmber
                : root.lamp === "green" ? Theme.scheme.lampGreen : Theme.scheme.inkMuted
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: root.lamp === "red" ? "M7 1 L15 1 L21 7 L21 15 L15 21 L7 21 L1 15 L1 7 Z"
                    : root.lamp === "amber" ? "M11 2 L21 20 L1 20 Z"
                    : "M11 1 A10 10 0 1 1 10.99 1 Z"
            }
        }
        ShapePath {
            strokeWidth: 2.4
            strokeColor: root.lamp === "amber" ? Theme.scheme.inkStrong : Theme.scheme.surface
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: root.lamp === "green" ? "M6.5 11.4 L9.8 14.6 L15.6 8"
                    : root.lamp === "paused" ? "M8.4 7.4 L8.4 14.6 M13.6 7.4 L13.6 14.6"
                    : root.lamp === "amber" ? "M11 9 L11 13.4 M11 16.6 L11 16.8"
                    : "M11 6 L11 12 M11 15.6 L11 15.8"
            }
        }
    }
    DeskText {
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        font.weight: Font.DemiBold
        color: root.tone
        wrapMode: Text.NoWrap
    }
}
