// FormPage: one topic, at most three fields; what we know is filled in with its source.
// Properties: itemTitle, over ("contact · page 1 of 2"), step, steps, pageTitle, lead, filled [{id, label, value, source, correctable}],
//   fields [{id, label, hint, value, composition, placeholder, kind: "text"|"number"|"id"|"choice", active, state: ""|"ok"|"error", message,
//   missing, choices [{id, title, hint, chosen}]}], offer {title, note} (a value to take over), problem {heading, text},
//   suggestions [string], pad: ""|"pinyin"|"number"|"id", candidates, expanded, chinese, shifted, symbols, voice,
//   returning, primaryText.
// Signals: fieldActivated(id), fieldCleared(id), choiceChosen(fieldId, choiceId), correctionAsked(id), offerTaken(), suggestionChosen(text),
//   keyPressed(key), candidateChosen(index), expandPressed(), typed(text), primaryPressed(), backPressed().
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property string pageTitle
    required property var fields
    property string itemTitle: ""
    property string over: ""
    property int step: -1
    property int steps: 0
    property string lead: ""
    property var filled: []
    property var offer: null
    property var problem: null
    property var suggestions: []
    property string pad: ""
    property var candidates: []
    property bool expanded: false
    property bool chinese: true
    property bool shifted: false
    property bool symbols: false
    property bool voice: false
    property bool returning: false
    property string primaryText: returning ? qsTr("Changed, back to checking") : qsTr("Next page")

    signal fieldActivated(string id)
    signal fieldCleared(string id)
    signal choiceChosen(string fieldId, string choiceId)
    signal correctionAsked(string id)
    signal offerTaken()
    signal suggestionChosen(string text)
    signal keyPressed(string key)
    signal candidateChosen(int index)
    signal expandPressed()
    signal typed(string text)
    signal primaryPressed()
    signal backPressed()

    readonly property string composition: (fields.find(field => field.active === true) ?? {}).composition ?? ""

    readonly property bool tight: pad.length > 0 && (Theme.elder || Theme.lowPosition || Theme.landscape)

    title: pageTitle
    barTitle: itemTitle
    journeyIndex: 3
    keyboardShown: pad.length > 0
    spacing: Theme.pt(22)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            root.keyPressed("backspace");
        else if (event.text.length > 0 && event.text >= " ")
            root.typed(event.text);
        else
            return;
        event.accepted = true;
    }

    keyboard: [
        PinyinKeyboard {
            visible: root.pad === "pinyin"
            width: parent.width
            composition: root.composition
            candidates: root.candidates
            expanded: root.expanded
            chinese: root.chinese
            shifted: root.shifted
            symbols: root.symbols
            voice: root.voice
            onKeyPressed: key => root.keyPressed(key)
            onCandidateChosen: index => root.candidateChosen(index)
            onExpandPressed: root.expandPressed()
        },
        NumberPad {
            visible: root.pad === "number" || root.pad === "id"
            width: parent.width
            identityNumber: root.pad === "id"
            onKeyPressed: key => root.keyPressed(key)
        }
    ]

    TitleBlock {
        over: root.over
        step: root.step
        steps: root.steps
        title: root.pageTitle
        lead: root.lead
    }
    NoteBox {
        visible: root.problem !== null && (!root.tight || Theme.landscape)
        kind: "error"
        heading: root.problem?.heading ?? ""
        text: root.problem?.text ?? ""
    }
    AutoFields {
        PageFlow.acts: root.filled.some(field => field.correctable === true)
        visible: root.filled.length > 0 && !root.tight
        fields: root.filled
        onCorrectionAsked: id => root.correctionAsked(id)
    }
    FormOffer {
        PageFlow.acts: true
        visible: root.offer !== null && !root.tight
        title: root.offer?.title ?? ""
        note: root.offer?.note ?? ""
        onTaken: root.offerTaken()
    }
    Repeater {
        // With a keyboard up and little room, the field that is typed in stands alone.
        model: root.tight ? root.fields.filter(field => field.active === true) : root.fields

        FormField {
            required property var modelData

            PageFlow.acts: true
            tight: root.tight
            field: modelData
            onActivated: root.fieldActivated(modelData.id)
            onCleared: root.fieldCleared(modelData.id)
            onChoiceChosen: id => root.choiceChosen(modelData.id, id)
        }
    }
    Row {
        PageFlow.acts: true
        visible: root.suggestions.length > 0 && !root.tight
        spacing: Theme.pt(18)

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Ideas")
            size: 28
            color: Theme.scheme.inkMuted
        }
        Repeater {
            model: root.suggestions

            SuggestionChip {
                required property string modelData

                text: modelData
                size: 31
                visible: x + width <= root.width - Theme.margin * 2
                onPressed: root.suggestionChosen(modelData)
            }
        }
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
