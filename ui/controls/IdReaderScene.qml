// IdReaderScene: lay the card on the green light. States: "waiting", "reading", "ok", "failed", "unsupported".
// The card goes down in a loop while waiting; under reduced motion three numbered stills stand side by side.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    property string readerState: "waiting"

    readonly property color lamp: readerState === "failed" || readerState === "unsupported" ? Theme.scheme.dangerFill : Pigments.lampGreen

    implicitHeight: Theme.pt(Theme.landscape ? 470 : 560)
    radius: Theme.pt(36)
    gradient: Gradient {
        GradientStop { position: 0; color: Theme.highContrast ? Theme.scheme.surface : Pigments.sky100 }
        GradientStop { position: 1; color: Theme.highContrast ? Theme.scheme.surface : Pigments.silk50 }
    }
    border.width: Theme.highContrast ? Theme.stroke : 0
    border.color: Theme.scheme.edge
    Accessible.role: Accessible.Animation
    Accessible.name: readerState === "reading" ? qsTr("Reading, keep the card still") : readerState === "ok" ? qsTr("The card has been read")
        : readerState === "failed" ? qsTr("Not read, lay the card flat again") : qsTr("Lay your card flat on the green light")

    // The drawing is made for 968 × 560 and scales as one.
    Item {
        id: stage

        width: 968
        height: 560
        scale: Math.min(root.width / 968, root.height / 560)
        transformOrigin: Item.TopLeft
        x: (root.width - 968 * scale) / 2
        y: root.height - 560 * scale

        Shape {
            anchors.fill: parent

            ShapePath {
                strokeColor: "transparent"
                fillColor: Theme.highContrast ? Theme.scheme.sunken : Pigments.malachite100
                PathSvg { path: "M0 478C130 410 240 486 350 442S560 392 660 438S880 446 968 404V524A36 36 0 0 1 932 560H36A36 36 0 0 1 0 524Z" }
            }
            // The kiosk with its reading place.
            ShapePath {
                strokeColor: Theme.highContrast ? Theme.scheme.edge : "transparent"
                strokeWidth: 3
                fillColor: Pigments.ink800
                PathSvg { path: "M86 62H292A26 26 0 0 1 318 88V462H60V88A26 26 0 0 1 86 62Z" }
            }
            ShapePath {
                strokeColor: "transparent"
                fillColor: Pigments.azurite50
                PathSvg { path: "M90 78H288A14 14 0 0 1 302 92V440H76V92A14 14 0 0 1 90 78Z" }
            }
            ShapePath {
                strokeColor: "transparent"
                fillColor: Pigments.azurite200
                PathSvg { path: "M76 190C112 150 150 196 188 178S268 134 302 164V92A14 14 0 0 0 288 78H90A14 14 0 0 0 76 92Z" }
            }
            ShapePath {
                strokeColor: "transparent"
                fillColor: Pigments.white
                PathSvg { path: "M108 218h162v34h-162zM108 268h74v62h-74zM196 268h74v62h-74z" }
            }
            ShapePath {
                strokeColor: "transparent"
                fillColor: Pigments.azurite700
                PathSvg { path: "M108 350h162v42h-162z" }
            }
            ShapePath {
                strokeColor: "transparent"
                fillColor: Pigments.ink700
                PathSvg { path: "M44 462H336L358 520H22Z" }
            }
            ShapePath {
                strokeColor: "transparent"
                fillColor: root.lamp
                PathSvg { path: "M232 476H302L310 506H228Z" }
            }
            // From there to the enlarged place on the right.
            ShapePath {
                strokeColor: Pigments.gold500
                strokeWidth: 6
                strokeStyle: ShapePath.DashLine
                dashPattern: [0.2, 2.6]
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
                PathSvg { path: "M316 480C356 446 388 428 428 414" }
            }
            ShapePath {
                strokeColor: Theme.highContrast ? Theme.scheme.edge : "transparent"
                strokeWidth: 3
                fillColor: Pigments.ink800
                PathSvg { path: "M424 466A252 48 0 0 0 928 466V452H424Z" }
            }
            ShapePath {
                strokeColor: "transparent"
                fillColor: Pigments.ink700
                PathSvg { path: "M424 452A252 46 0 0 1 928 452A252 46 0 0 1 424 452Z" }
            }
            ShapePath {
                strokeColor: root.lamp
                strokeWidth: 7
                fillColor: Pigments.seat
                PathSvg { path: "M480 448A196 33 0 0 1 872 448A196 33 0 0 1 480 448Z" }
            }
            ShapePath {
                strokeColor: Theme.faint(root.lamp, 0.6)
                strokeWidth: 4
                fillColor: "transparent"
                PathSvg { path: "M528 448A148 23 0 0 1 824 448A148 23 0 0 1 528 448Z" }
            }
        }

        // The glow of the lamp, in three thinning rings.
        Repeater {
            model: 3

            Rectangle {
                required property int index

                width: 74 + index * 40
                height: width
                radius: width / 2
                x: 268 - width / 2
                y: 491 - height / 2
                color: Theme.faint(root.lamp, 0.16 - index * 0.04)
            }
        }

        IdCardDrawing {
            x: 676 - width / 2
            y: 58
            rotation: -4
            opacity: 0.28
            visible: root.readerState === "waiting"
        }
        IdCardDrawing {
            x: 676 - width / 2
            y: 112
            rotation: -2
            opacity: 0.5
            visible: root.readerState === "waiting"
        }
        IdCardDrawing {
            id: card

            property real fall

            x: 676 - width / 2
            y: root.readerState === "waiting" ? 166 + fall * 60 : 262
            SequentialAnimation on fall {
                running: root.readerState === "waiting" && !Theme.still && root.visible
                loops: Animation.Infinite
                NumberAnimation { from: 0; to: 1; duration: 1400; easing.type: Easing.InOutCubic }
                PauseAnimation { duration: 900 }
            }
        }
        Icon {
            x: 676 - width / 2
            y: 362
            visible: root.readerState === "waiting"
            name: "arrow-right"
            rotation: 90
            size: 68
            colour: Pigments.gold500
            strokeWidth: 2.8
        }
        Rectangle {
            visible: root.readerState === "ok" || root.readerState === "failed" || root.readerState === "unsupported"
            width: 132
            height: 132
            radius: 66
            x: 676 - 66
            y: 108
            color: root.readerState === "ok" ? Pigments.malachite600 : Pigments.cinnabar600
            border.width: 8
            border.color: Pigments.white

            Icon {
                anchors.centerIn: parent
                name: root.readerState === "ok" ? "check" : "refresh"
                size: 76
                strokeWidth: 3
                colour: Pigments.white
            }
        }
    }
}
