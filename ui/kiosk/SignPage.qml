// SignPage: what the signature means, then the signature. Strokes stay in the pad and are cleared when the page leaves.
// Properties: itemTitle, statements [{text, note}], verdict (e.g. "clear enough"), submitting, sampleStrokes (examples only);
//   read: strokes ([[{x, y, t}]]), empty.
// Signals: primaryPressed(), backPressed(), readPressed(), fullTextPressed(), keySignaturePressed(), strokeEnded(), cleared().
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property var statements
    property string itemTitle: ""
    property string verdict: qsTr("Clear enough")
    property bool submitting: false
    property var sampleStrokes: []
    readonly property alias strokes: pad.strokes
    readonly property alias empty: pad.empty

    signal primaryPressed()
    signal backPressed()
    signal readPressed()
    signal fullTextPressed()
    signal keySignaturePressed()
    signal strokeEnded()
    signal cleared()

    function clear() {
        pad.clear();
    }

    title: qsTr("Please sign your name")
    barTitle: itemTitle
    journeyIndex: 5
    speakText: title + " " + statements.map(statement => statement.text + " " + statement.note).join(" ")
    Component.onDestruction: pad.clear()

    TitleBlock {
        title: root.title
        lead: qsTr("Signing means that you agree to these sentences.")
    }
    Card {
        PageFlow.acts: true
        PageFlow.actsFrom: Theme.pt(30) + ways.y
        implicitHeight: pledge.implicitHeight + Theme.pt(60)

        Column {
            id: pledge

            x: Theme.pt(40)
            y: Theme.pt(30)
            width: parent.width - x * 2
            spacing: Theme.pt(18)

            Repeater {
                model: root.statements

                NumberedStep {
                    required property var modelData
                    required property int index

                    width: pledge.width
                    soft: true
                    size: 35
                    number: index + 1
                    title: modelData.text
                    note: modelData.note ?? ""
                }
            }
            Flow {
                id: ways

                width: parent.width
                spacing: Theme.pt(20)

                MiniButton {
                    visible: !Theme.elder
                    text: qsTr("Read to me")
                    iconName: "volume"
                    onPressed: root.readPressed()
                }
                MiniButton {
                    text: qsTr("Full text")
                    iconName: "file-text"
                    onPressed: root.fullTextPressed()
                }
                MiniButton {
                    text: qsTr("I cannot write here")
                    onPressed: root.keySignaturePressed()
                }
            }
        }
    }
    SignaturePad {
        id: pad

        PageFlow.acts: true
        PageFlow.stretches: true
        verdict: root.verdict
        strokes: root.sampleStrokes
        enabled: !root.submitting
        onStrokeEnded: root.strokeEnded()
        onCleared: root.cleared()
    }

    actions: [
        PrimaryButton {
            text: root.submitting ? qsTr("Submitting…") : pad.empty ? qsTr("Please sign first") : qsTr("Signed, submit")
            iconName: "send"
            available: !pad.empty && !root.submitting
            busy: root.submitting
            reason: root.submitting ? qsTr("It is on its way") : qsTr("The pad is still empty")
            onPressed: root.primaryPressed()
        },
        SecondaryButton {
            text: qsTr("Back")
            iconName: "arrow-left"
            onPressed: root.backPressed()
        }
    ]
}
