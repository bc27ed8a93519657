// AttractPage: the idle machine invites. The whole screen wakes it; the first touch never presses what lies under it.
// Properties: facts [{value, label}] (at most 3, only fresh ones), evening (dusk tones).
// Signals: woken().
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    property var facts: []
    property bool evening: false

    signal woken()

    title: qsTr("Come, get it done")
    hero: true
    hasActions: false
    contentTop: Theme.pt(Theme.landscape ? 150 : 226)

    backdrop: [
        Landscape {
            anchors.fill: parent
            time: root.evening ? "dusk" : "day"
            opacity: Theme.highContrast ? 0.6 : 1
            horizon: Theme.landscape ? 0.74 : 0.62
            rise: Theme.landscape ? Theme.pt(420) : Theme.pt(560)
            seed: 3
            birds: Qt.point(0.4, 0.29)
            sun: Qt.point(0.6, 0.32)
            way: [[0.16, 0.71, 0], [0.33, 0.715], [0.48, 0.735, 0], [0.61, 0.677], [0.76, 0.565, 0], [0.89, 0.603]]
        },
        MouseArea {
            anchors.fill: parent
            onClicked: root.woken()
        }
    ]
    Keys.onPressed: root.woken()

    Column {
        spacing: Theme.pt(6)

        Words {
            width: parent.width
            horizontalAlignment: Theme.landscape ? Text.AlignLeft : Text.AlignHCenter
            text: root.title
            size: Theme.elder ? 92 : 128
            serif: true
            strong: true
            color: root.evening || Theme.highContrast ? Pigments.white : Pigments.ink900
            lineHeight: 0.9
            Accessible.role: Accessible.Heading
        }
        Words {
            width: parent.width
            horizontalAlignment: Theme.landscape ? Text.AlignLeft : Text.AlignHCenter
            text: qsTr("Bring your papers. We do the rest together.")
            size: 44
            color: root.evening || Theme.highContrast ? Pigments.white : Pigments.ink800
        }
    }
    Item {
        PageFlow.stretches: true
        implicitHeight: 1
    }
    Pressable {
        id: start

        PageFlow.acts: true
        implicitHeight: Math.max(Theme.pt(190), words.implicitHeight + Theme.pt(36))
        radius: Theme.radiusHuge + Theme.pt(16)
        spoken: qsTr("Touch to start")
        onPressed: root.woken()

        Shadow {
            level: 3
            radius: start.radius
        }
        Rectangle {
            anchors.fill: parent
            radius: start.radius
            color: Theme.scheme.surface
            border.width: Theme.pt(5)
            border.color: Theme.scheme.primary
        }
        Row {
            anchors.centerIn: parent
            spacing: Theme.pt(36)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.pt(124)
                height: width
                radius: width / 2
                color: Theme.scheme.here

                Icon {
                    anchors.centerIn: parent
                    name: "pointer"
                    size: Theme.pt(66)
                    colour: Pigments.ink900
                }
            }
            Column {
                id: words

                anchors.verticalCenter: parent.verticalCenter

                Words {
                    width: Math.min(implicitWidth, start.width - Theme.pt(230))
                    text: qsTr("Touch once to start")
                    size: Theme.elder ? 50 : 62
                    serif: true
                    strong: true
                    lineHeight: 0.92
                    Accessible.ignored: true
                }
                Words {
                    width: Math.min(implicitWidth, start.width - Theme.pt(230))
                    text: qsTr("中文 · English · you can speak")
                    color: Theme.scheme.inkMuted
                    Accessible.ignored: true
                }
            }
        }
    }
    Grid {
        id: figures

        PageFlow.gap: Theme.pt(50)
        columns: Theme.elder ? 1 : Math.max(1, Math.min(3, root.facts.length))
        spacing: Theme.pt(20)

        Repeater {
            model: root.facts.slice(0, 3)

            HallFact {
                required property var modelData

                width: (figures.width - figures.spacing * (figures.columns - 1)) / figures.columns
                value: modelData.value
                label: modelData.label
            }
        }
    }
}
