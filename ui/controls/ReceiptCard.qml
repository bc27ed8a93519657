// ReceiptCard: the proof of acceptance: what, for whom, until when, seal and code. `rows`: [{label, value, strong, digits}].
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Tongban.Theme
import Tongban.Controls

Item {
    id: root

    required property string title
    required property var rows
    required property var qr
    property string kindText: qsTr("Receipt")
    property string place: ""
    property color ground: Theme.scheme.page

    readonly property real fold: Theme.elder ? width : Math.round(width * 0.632)

    implicitHeight: Theme.elder ? left.implicitHeight + Theme.pt(70) + code.height + Theme.pt(160)
                                : Math.max(Theme.pt(428), left.implicitHeight + Theme.pt(56), right.implicitHeight + Theme.pt(40))

    Card {
        anchors.fill: parent
        level: 2
        radius: Theme.pt(32)
        color: Pigments.white
    }
    // The fold: two notches and a dotted line.
    Repeater {
        model: Theme.elder ? 0 : 2

        Rectangle {
            required property int index

            width: Theme.pt(44)
            height: width
            radius: width / 2
            x: root.fold - width / 2
            y: index === 0 ? -height / 2 : root.height - height / 2
            color: root.ground
        }
    }
    Shape {
        visible: !Theme.elder

        ShapePath {
            strokeColor: Pigments.ink300
            strokeWidth: Theme.pt(4)
            strokeStyle: ShapePath.DashLine
            dashPattern: [0.1, 2.2]
            capStyle: ShapePath.RoundCap
            startX: root.fold
            startY: Theme.pt(38)

            PathLine { x: root.fold; y: root.height - Theme.pt(38) }
        }
    }
    Column {
        id: left

        x: Theme.pt(40)
        y: Theme.pt(26)
        width: root.fold - x - Theme.pt(26)
        spacing: Theme.pt(6)

        Words {
            text: root.kindText
            size: 26
            color: Pigments.ink600
        }
        Words {
            width: parent.width - seal.width
            text: root.title
            size: 42
            serif: true
            strong: true
            color: Pigments.ink900
            lineHeight: 0.92
            bottomPadding: Theme.pt(8)
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: root.rows

            Item {
                id: row

                required property var modelData

                width: left.width
                height: Math.max(label.implicitHeight, value.implicitHeight)

                Words {
                    id: label

                    width: Theme.grow(136)
                    text: row.modelData.label
                    size: 28
                    color: Pigments.ink600
                    lineHeight: lineCount > 1 ? 0.86 : 1
                }
                Words {
                    id: value

                    x: Theme.grow(140)
                    width: parent.width - x
                    text: row.modelData.value
                    size: text.length > 16 && row.modelData.digits === true ? 27 : 31
                    digits: row.modelData.digits === true
                    strong: row.modelData.strong === true
                    font.weight: row.modelData.strong === true ? Font.Bold : Font.Medium
                    color: row.modelData.strong === true ? Pigments.azurite700 : Pigments.ink900
                    lineHeight: lineCount > 1 ? 0.88 : 1
                }
            }
        }
    }
    SealMark {
        id: seal

        x: root.fold - width - Theme.pt(24)
        y: Theme.pt(8)
        size: Theme.pt(118)
        place: root.place
    }
    Column {
        id: right

        x: Theme.elder ? 0 : root.fold
        y: Theme.elder ? left.y + left.height + Theme.pt(20) : (root.height - height) / 2
        width: Theme.elder ? root.width : root.width - root.fold
        spacing: Theme.pt(4)

        QrCode {
            id: code

            anchors.horizontalCenter: parent.horizontalCenter
            size: Math.min(Theme.pt(306), parent.width - Theme.pt(12))
            rows: root.qr
            quietZone: 2
            spoken: qsTr("Code of the receipt")
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width - Theme.pt(16))
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Scan to see how far it is")
            size: 29
            strong: true
            color: Pigments.ink900
            lineHeight: lineCount > 1 ? 0.86 : 1
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width - Theme.pt(16))
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("It also shows whether it is genuine")
            size: 25
            color: Pigments.ink600
            lineHeight: lineCount > 1 ? 0.86 : 1
        }
    }
}
