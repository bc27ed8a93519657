// RatingPage: five faces, reasons that follow the level, and a way out that is equally large.
// Properties: level (0: none; 5 best), reasons [{id, text, chosen}], microphone.
// Signals: levelChosen(level), reasonChosen(id), remarkPressed(), primaryPressed(), skipPressed().
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property int level
    property var reasons: []
    property bool microphone: false

    signal levelChosen(int level)
    signal reasonChosen(string id)
    signal remarkPressed()
    signal primaryPressed()
    signal skipPressed()

    title: qsTr("Did it go well today?")
    journeyIndex: 6
    contentTop: Theme.pt(262)

    backdrop: Landscape {
        y: Theme.pt(372)
        width: Theme.landscape ? Theme.readingWidth : root.width
        height: Theme.landscape ? root.height - y : Math.max(Theme.pt(300), Theme.reachTop + Theme.pt(110) - y)
        sky: false
        layers: 2
        visible: !Theme.elder && !Theme.highContrast
        horizon: 0.98
        rise: Theme.pt(200)
        fade: Theme.pt(90)
        seed: 19
        way: [[0.15, 0.66, 0], [0.43, 0.67], [0.6, 0.6, 0], [0.75, 0.555]]
    }

    TitleBlock {
        title: root.title
        size: Theme.elder ? 58 : 68
        centred: !Theme.landscape
        lead: qsTr("No name is kept, and your case is not affected.")
    }
    Item {
        implicitHeight: Theme.landscape || Theme.elder || Theme.lowPosition ? 1 : Theme.pt(188)
    }
    RatingFaces {
        PageFlow.acts: true
        PageFlow.gap: 0
        level: root.level
        onChosen: level => root.levelChosen(level)
    }
    Card {
        PageFlow.acts: true
        visible: root.reasons.length > 0
        implicitHeight: why.implicitHeight + Theme.pt(64)

        Column {
            id: why

            x: Theme.pt(40)
            y: Theme.pt(30)
            width: parent.width - x * 2
            spacing: Theme.pt(20)

            Flow {
                width: parent.width
                spacing: Theme.pt(14)

                Words {
                    text: root.level >= 3 ? qsTr("What was good?") : qsTr("What went wrong?")
                    size: 36
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                Words {
                    topPadding: Theme.pt(8)
                    text: qsTr("several, or none")
                    size: 28
                    color: Theme.scheme.inkMuted
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.pt(18)

                Repeater {
                    model: root.reasons

                    SuggestionChip {
                        required property var modelData

                        checkable: true
                        role: Accessible.CheckBox
                        size: 30
                        text: modelData.text
                        on: modelData.chosen === true
                        onPressed: root.reasonChosen(modelData.id)
                    }
                }
            }
            ActionButton {
                width: parent.width
                visible: root.microphone && !Theme.landscape
                implicitHeight: Theme.grow(104)
                weight: "ghost"
                text: qsTr("Say a little more, we listen")
                iconName: "mic"
                onPressed: root.remarkPressed()

                Rectangle {
                    anchors.fill: parent
                    z: -1
                    radius: Theme.pt(24)
                    color: Theme.scheme.primarySofter
                }
            }
        }
    }
    NoteBox {
        PageFlow.gap: Theme.pt(30)
        iconName: "phone"
        text: qsTr("If you were not satisfied, someone calls you within 3 working days. Urgent: dial 12345.")
    }

    actions: [
        PrimaryButton {
            text: root.level === 0 ? qsTr("Choose a face first") : qsTr("Send the rating")
            iconName: "send"
            available: root.level > 0
            reason: qsTr("Nothing is chosen yet; you may also leave it")
            onPressed: root.primaryPressed()
        },
        SecondaryButton {
            sidePadding: Theme.pt(60)
            text: qsTr("No rating")
            onPressed: root.skipPressed()
        }
    ]
}
