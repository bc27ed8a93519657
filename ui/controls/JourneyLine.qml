// JourneyLine: where the citizen stands on the way through this visit; draws to the next station once.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme

Item {
    id: root

    required property int index
    property var steps: [qsTr("Guide"), qsTr("Questions"), qsTr("Identity"), qsTr("Form"), qsTr("Papers"), qsTr("Check and sign"), qsTr("Done")]

    readonly property real edge: Theme.pt(62)
    readonly property real pitch: (width - edge * 2) / Math.max(1, steps.length - 1)

    implicitHeight: Theme.pt(104)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Progress: step %1 of %2, %3").arg(index + 1).arg(steps.length).arg(steps[index] ?? "")

    Rectangle {
        x: root.edge
        y: Theme.pt(20)
        width: root.width - root.edge * 2
        height: Theme.pt(8)
        radius: height / 2
        color: Theme.scheme.hair
    }
    Rectangle {
        x: root.edge
        y: Theme.pt(20)
        width: root.pitch * root.index
        height: Theme.pt(8)
        radius: height / 2
        color: Theme.scheme.primary

        Behavior on width { NumberAnimation { duration: Theme.drawTime; easing.type: Easing.InOutCubic } }
    }

    Repeater {
        model: root.steps

        Item {
            id: station

            required property int index
            required property string modelData
            readonly property bool here: index === root.index
            readonly property bool passed: index < root.index

            x: root.edge + root.pitch * index
            width: 0

            Rectangle {
                visible: station.here
                width: Theme.pt(64)
                height: width
                radius: width / 2
                x: -width / 2
                y: Theme.pt(24) - height / 2
                color: Theme.scheme.hereSoft
            }
            Rectangle {
                width: Theme.pt(station.here ? 48 : 34)
                height: width
                radius: width / 2
                x: -width / 2
                y: Theme.pt(24) - height / 2
                color: station.here ? Theme.scheme.here : station.passed ? Theme.scheme.primary : Theme.scheme.page
                border.width: Theme.pt(station.here ? 6 : 5)
                border.color: station.here ? Theme.scheme.inkStrong : station.passed ? Theme.scheme.primary : Theme.scheme.edge

                Icon {
                    anchors.centerIn: parent
                    visible: station.passed
                    name: "check"
                    size: Theme.pt(23)
                    strokeWidth: 3.6
                    colour: Theme.scheme.primaryInk
                }
            }
            Words {
                // Elders get the word of the present station alone: seven would not fit.
                visible: !Theme.elder || station.here
                width: Theme.elder ? implicitWidth : root.pitch - Theme.pt(4)
                x: Theme.elder ? Math.max(-station.x, Math.min(-width / 2, root.width - station.x - width)) : -width / 2
                y: Theme.pt(58)
                horizontalAlignment: Text.AlignHCenter
                text: station.modelData
                size: 25
                strong: station.here
                color: station.here ? Theme.scheme.inkStrong : Theme.scheme.inkMuted
                wrapMode: Theme.elder ? Text.NoWrap : Text.Wrap
                lineHeight: lineCount > 1 ? 0.8 : 1
                font.pixelSize: lineCount > 1 ? Theme.smallest : Theme.text(size)
                Accessible.ignored: true
            }
        }
    }
}
