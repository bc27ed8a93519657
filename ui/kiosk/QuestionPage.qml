// QuestionPage: one question with its reason; the route answers back at once. "Not sure yet" is an answer.
// Properties: itemTitle, number, total, question, hint, why, multiple, options [{id, title, hint, icon, picture, chosen, plain}]
//   (`plain`: a row without a picture), consequence, shapes/edges (compact route), missing (nothing chosen yet, after pressing on),
//   primaryText, returning (came from the check page).
// Signals: optionChosen(id), primaryPressed(), backPressed().
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property string question
    required property var options
    property string itemTitle: ""
    property int number: 1
    property int total: 1
    property string hint: ""
    property string why: ""
    property bool multiple: false
    property string consequence: ""
    property var shapes: []
    property var edges: []
    property bool missing: false
    property bool returning: false
    property string primaryText: returning ? qsTr("Changed, back to checking") : number < total ? qsTr("Next question") : qsTr("Go on")

    signal optionChosen(string id)
    signal primaryPressed()
    signal backPressed()

    readonly property var pictured: options.filter(option => option.plain !== true)
    readonly property var worded: options.filter(option => option.plain === true)

    title: question
    barTitle: itemTitle
    journeyIndex: 1
    speakText: `${question} ${hint} ${why}`
    contentTop: Theme.pt(246)

    TitleBlock {
        over: qsTr("Question %1 of %2").arg(root.number).arg(root.total)
        step: root.number - 1
        steps: root.total
        title: root.question
        lead: root.hint
    }
    NoteBox {
        visible: root.why.length > 0 && !root.missing
        kind: "why"
        heading: qsTr("Why we ask")
        text: root.why
    }
    NoteBox {
        visible: root.missing
        kind: "error"
        heading: qsTr("Please choose one")
        text: qsTr("Or choose “Not sure yet”, then we find a safe way on.")
    }
    Grid {
        id: cards

        PageFlow.acts: true
        visible: root.pictured.length > 0 && !Theme.elder
        columns: Math.max(1, Math.min(3, root.pictured.length))
        spacing: Theme.gutter

        Repeater {
            model: root.pictured

            OptionCard {
                required property var modelData

                width: (cards.width - cards.spacing * (cards.columns - 1)) / cards.columns
                title: modelData.title
                hint: modelData.hint ?? ""
                iconName: modelData.icon ?? "file-text"
                picture: modelData.picture ?? ""
                checked: modelData.chosen === true
                single: !root.multiple
                onPressed: root.optionChosen(modelData.id)
            }
        }
    }
    Repeater {
        // Large type has no room for pictures: every answer is a row.
        model: Theme.elder ? root.options : root.worded

        OptionRow {
            required property var modelData
            required property int index

            PageFlow.acts: true
            PageFlow.gap: index === 0 ? -1 : Theme.pt(18)
            title: modelData.title
            hint: modelData.hint ?? ""
            checked: modelData.chosen === true
            single: !root.multiple
            onPressed: root.optionChosen(modelData.id)
        }
    }
    RouteCard {
        PageFlow.gap: Theme.pt(40)
        visible: root.shapes.length > 0
        compact: true
        heading: qsTr("Your way")
        consequence: root.consequence
        shapes: root.shapes
        edges: root.edges
    }

    actions: [
        PrimaryButton {
            text: root.primaryText
            onPressed: root.primaryPressed()
        },
        SecondaryButton {
            text: qsTr("Back")
            iconName: "arrow-left"
            onPressed: root.backPressed()
        }
    ]
}
