// GoodbyePage: what was erased, from the wipe report; what to take along; no name; ten seconds.
// Properties: erased [{text, ok}], take [{text, icon}] (only what was really used), seconds.
// Signals: againPressed().
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property var erased
    property var take: []
    property int seconds: 10

    signal againPressed()

    readonly property bool clean: erased.every(entry => entry.ok)

    title: qsTr("Take care, all the best")
    dockShown: false
    chromeShown: false
    contentTop: Theme.pt(Theme.landscape ? 90 : 150)

    backdrop: [
        Landscape {
            anchors.fill: parent
            time: "dusk"
            horizon: 0.62
            rise: Theme.pt(380)
            layers: 3
            seed: 23
            sun: Qt.point(0.65, 0.4)
            way: [[0.15, 0.59, 0], [0.43, 0.62], [0.62, 0.57, 0], [0.78, 0.583]]
        },
        Rectangle {
            anchors.fill: parent
            gradient: Gradient {
                GradientStop { position: 0; color: Theme.faint(Pigments.night900, Theme.highContrast ? 0.9 : 0.35) }
                GradientStop { position: 0.3; color: Theme.faint(Pigments.night900, Theme.highContrast ? 0.9 : 0.15) }
                GradientStop { position: 0.58; color: Theme.faint(Pigments.night900, 0) }
                GradientStop { position: 0.74; color: Pigments.night900 }
            }
        },
        Row {
            y: root.height - Theme.pt(72) - height / 2
            x: Theme.landscape ? Theme.pt(1048) : (root.width - width) / 2
            spacing: Theme.pt(20)
            Accessible.role: Accessible.Indicator
            Accessible.name: qsTr("Back to the start in %1 seconds").arg(root.seconds)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.grow(76)
                height: width
                radius: width / 2
                color: "transparent"
                border.width: Theme.pt(6)
                border.color: Theme.scheme.here

                Words {
                    anchors.centerIn: parent
                    text: root.seconds
                    size: 38
                    digits: true
                    strong: true
                    color: Pigments.white
                    Accessible.ignored: true
                }
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("seconds, then back to the start")
                color: Pigments.white
                Accessible.ignored: true
            }
        }
    ]

    BrandMarkRow {
        PageFlow.pinned: true
    }
    TitleBlock {
        title: root.title
        size: Theme.elder ? 64 : 92
        centred: true
        ink: Pigments.white
        leadInk: Pigments.white
        lead: root.clean ? qsTr("Your data has been erased from this machine.") : qsTr("One thing could not be erased. Staff is on the way.")
    }
    Item {
        PageFlow.gap: Theme.pt(40)
        implicitHeight: report.implicitHeight

        WipeReport {
            id: report

            anchors.horizontalCenter: parent.horizontalCenter
            items: root.erased
        }
    }
    Item {
        PageFlow.stretches: true
        implicitHeight: 1
    }
    Card {
        visible: root.take.length > 0
        level: 3
        implicitHeight: takeColumn.implicitHeight + Theme.pt(56)

        Column {
            id: takeColumn

            x: Theme.pt(36)
            y: Theme.pt(26)
            width: parent.width - x * 2
            spacing: Theme.pt(18)

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Do not forget")
                size: 44
                serif: true
                strong: true
                Accessible.role: Accessible.Heading
            }
            Row {
                id: takeRow

                width: parent.width

                Repeater {
                    model: root.take

                    Column {
                        id: thing

                        required property var modelData
                        required property int index

                        width: takeRow.width / root.take.length
                        spacing: Theme.pt(8)

                        Icon {
                            anchors.horizontalCenter: parent.horizontalCenter
                            name: thing.modelData.icon
                            size: Theme.pt(72)
                            strokeWidth: 1.6
                        }
                        Words {
                            width: parent.width
                            horizontalAlignment: Text.AlignHCenter
                            text: thing.modelData.text
                            size: 34
                            strong: true
                        }
                    }
                }
            }
        }
    }

    actions: [
        PrimaryButton {
            darkGround: true
            text: qsTr("I need something else")
            onPressed: root.againPressed()
        }
    ]
}
