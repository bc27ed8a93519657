// IdentifyPage: lay your card on the green light; other ways beside it.
// Properties: itemTitle, readerState ("waiting"|"reading"|"ok"|"failed"|"unsupported"), failure {heading, text} (what went wrong and what
//   to do; shown instead of the privacy note), lampPlace (where the reader is), reads (what is read, one sentence), notice (what it is
//   used for; laying the card agrees to it), personName (masked,
//   when read), alternatives [{id, title, note, icon}], alternativesFirst (after two failures or 60 s), optional skip.
// Signals: alternativeChosen(id), backPressed(), primaryPressed() (only when readerState is "ok").
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property string readerState
    property string itemTitle: ""
    property var failure: null
    property string lampPlace: qsTr("The green light is at the lower right of the screen. At the tone you can take the card back.")
    property string reads: qsTr("Only 4 things are read: name, number, address, validity")
    property string notice: ""
    property string personName: ""
    property var alternatives: []
    property bool alternativesFirst: false

    signal alternativeChosen(string id)
    signal backPressed()
    signal primaryPressed()

    readonly property var heading: ({
        waiting: qsTr("Lay your ID card flat on the green light"),
        reading: qsTr("Reading, leave it there a moment"),
        ok: qsTr("Read. You can take your card"),
        failed: qsTr("Not read, lay it flat again"),
        unsupported: qsTr("This card cannot be read here")
    })

    title: heading[readerState] ?? heading.waiting
    barTitle: itemTitle
    journeyIndex: 2
    contentTop: Theme.pt(248)

    TitleBlock {
        title: root.title
        lead: root.readerState === "ok" && root.personName.length > 0 ? qsTr("Hello, %1. We fill in the form for you.").arg(root.personName)
            : root.lampPlace
    }
    IdReaderScene {
        readerState: root.readerState
    }
    Grid {
        id: steps

        PageFlow.gap: Theme.pt(34)
        columns: Theme.elder ? 1 : 3
        spacing: Theme.gutter

        Repeater {
            model: [[qsTr("Take out the card"), qsTr("The sleeve may stay on")], [qsTr("Lay it on the light"), qsTr("Either side will do")],
                    [qsTr("Take it at the tone"), qsTr("About 2 seconds")]]

            NumberedStep {
                required property var modelData
                required property int index

                width: (steps.width - steps.spacing * (steps.columns - 1)) / steps.columns
                number: index + 1
                title: modelData[0]
                note: modelData[1]
            }
        }
    }
    NoteBox {
        PageFlow.gap: Theme.pt(34)
        kind: root.failure ? "error" : "done"
        iconName: root.failure ? "alert" : "shield-check"
        heading: root.failure?.heading ?? root.reads
        text: root.failure?.text ?? root.notice
    }
    Column {
        PageFlow.acts: true
        PageFlow.gap: Theme.pt(30)
        PageFlow.actsFrom: ways.y
        visible: root.alternatives.length > 0
        spacing: Theme.pt(14)

        Words {
            text: root.alternativesFirst ? qsTr("It also works this way") : qsTr("No card with you? Another way")
            size: root.alternativesFirst ? 36 : 28
            strong: root.alternativesFirst
            color: root.alternativesFirst ? Theme.scheme.inkStrong : Theme.scheme.inkMuted
        }
        GridLayout {
            id: ways

            width: parent.width
            columns: Theme.elder || Theme.landscape ? 1 : Math.max(1, Math.min(3, root.alternatives.length))
            columnSpacing: Theme.pt(20)
            rowSpacing: Theme.pt(20)

            Repeater {
                model: root.alternatives

                ChoiceTile {
                    required property var modelData

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 86 + 27 * Math.max(modelData.title.length, modelData.note.length)
                    title: modelData.title
                    note: modelData.note
                    iconName: modelData.icon
                    onPressed: root.alternativeChosen(modelData.id)
                }
            }
        }
    }

    actions: [
        PrimaryButton {
            text: root.readerState === "ok" ? qsTr("Go on") : root.readerState === "reading" ? qsTr("Reading…") : qsTr("Waiting for your card")
            available: root.readerState === "ok"
            reason: qsTr("Goes on by itself once the card is read")
            busy: root.readerState === "waiting" || root.readerState === "reading"
            onPressed: root.primaryPressed()
        },
        SecondaryButton {
            text: qsTr("Back")
            iconName: "arrow-left"
            onPressed: root.backPressed()
        }
    ]
}
