// SearchPage: what we understood, the best match, a few others told apart, and how to say it another way. While `typing`
// the keyboard is up and the results follow every key.
// Properties: query, queryParts [{text, matched}], heard (by voice), count, best {id, title, tag, summary, facts [{icon, text}]}
//   or null, answer {id, title, tag, text, more, source, item, itemTitle} or null (then there is no best), others [{id, title, hint, aside, icon}], nearest (the same, when nothing was found), microphone, listening, transcript,
//   typing, value, composition, candidates [string], expanded, chinese, shifted, symbols (the state of the keyboard).
// Signals: itemChosen(id) (an item or an answer of the list), moreWanted(id) (all of the answer), entryPressed(), voicePressed(), speechFinished(), homePressed(), departmentsPressed(), ticketPressed(),
//   helpPressed(), searchConfirmed(), keyPressed(key), candidateChosen(index), expandPressed(), cleared(), typed(text) (a physical keyboard).
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property string query
    property var queryParts: [{ text: query, matched: false }]
    property bool heard: false
    property int count: 0
    property var best: null
    property var answer: null
    property var others: []
    property var nearest: []
    property bool microphone: true
    property bool listening: false
    property string transcript: ""
    property bool typing: false
    property string value: ""
    property string composition: ""
    property var candidates: []
    property bool expanded: false
    property bool chinese: true
    property bool shifted: false
    property bool symbols: false

    signal itemChosen(string id)
    signal moreWanted(string id)
    signal entryPressed()
    signal voicePressed()
    signal speechFinished()
    signal homePressed()
    signal departmentsPressed()
    signal ticketPressed()
    signal helpPressed()
    signal keyPressed(string key)
    signal candidateChosen(int index)
    signal expandPressed()
    signal cleared()
    signal searchConfirmed()
    signal typed(string text)

    readonly property bool sure: best !== null || answer !== null
    readonly property bool nothing: !typing && count === 0 && query.length > 0

    title: nothing ? qsTr("Nothing found for “%1”").arg(query) : query.length > 0 ? qsTr("“%1”").arg(query) : qsTr("What do you need?")
    keyboardShown: typing
    Keys.onPressed: event => {
        if (!root.typing)
            return;
        if (event.key === Qt.Key_Backspace)
            root.keyPressed("backspace");
        else if (event.text.length > 0 && event.text >= " ")
            root.typed(event.text);
    }

    keyboard: PinyinKeyboard {
        width: parent.width
        composition: root.composition
        candidates: root.candidates
        expanded: root.expanded
        chinese: root.chinese
        shifted: root.shifted
        symbols: root.symbols
        voice: root.microphone
        onKeyPressed: key => root.keyPressed(key)
        onCandidateChosen: index => root.candidateChosen(index)
        onExpandPressed: root.expandPressed()
    }

    Column {
        readonly property bool announces: true

        PageFlow.pinned: true
        visible: !root.typing
        Accessible.role: Accessible.Heading
        Accessible.name: root.title
        spacing: Theme.pt(10)

        Row {
            visible: root.heard
            spacing: Theme.pt(14)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "voice"
                size: Theme.grow(36)
                colour: Theme.scheme.inkMuted
                strokeWidth: 2
            }
            Words {
                text: qsTr("Heard you say")
                size: 28
                color: Theme.scheme.inkMuted
            }
        }
        Row {
            x: -Theme.pt(root.nothing ? 0 : 18)
            visible: !root.nothing

            Repeater {
                model: [{ text: "“", matched: false }, ...root.queryParts, { text: "”", matched: false }]

                Item {
                    id: part

                    required property var modelData

                    implicitWidth: partWords.implicitWidth
                    implicitHeight: partWords.implicitHeight

                    Rectangle {
                        visible: part.modelData.matched === true
                        y: parent.height * 0.66
                        width: parent.width
                        height: parent.height * 0.17
                        color: Theme.highContrast ? Theme.scheme.edge : Theme.scheme.here
                    }
                    Words {
                        id: partWords

                        text: part.modelData.text
                        size: 58
                        serif: true
                        strong: true
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
        }
        Words {
            width: parent.width
            visible: root.nothing
            text: root.title
            size: 58
            serif: true
            strong: true
            lineHeight: 0.92
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            text: root.nothing ? qsTr("Say it another way, or let someone help you.")
                : root.sure ? qsTr("%1 things found, the likeliest first.").arg(root.count) : qsTr("%1 things found.").arg(root.count)
            size: 34
            color: Theme.scheme.inkMuted
        }
    }
    TitleBlock {
        visible: root.typing
        title: qsTr("What do you need?")
        lead: qsTr("Initials do as well, like jzz")
    }
    BestMatchCard {
        PageFlow.acts: true
        visible: root.best !== null && !root.typing
        title: root.best?.title ?? ""
        tag: root.best?.tag ?? ""
        summary: root.best?.summary ?? ""
        facts: root.best?.facts ?? []
        onChosen: root.itemChosen(root.best.id)
    }
    AnswerCard {
        visible: root.answer !== null && !root.typing
        answer: root.answer
        onItemWanted: root.itemChosen(root.answer.item)
        onMoreWanted: root.moreWanted(root.answer.id)
    }
    InputField {
        PageFlow.acts: true
        visible: root.typing
        label: ""
        spokenLabel: qsTr("What do you need?")
        value: root.value
        composition: root.composition
        active: true
        onActivated: root.entryPressed()
        onCleared: root.cleared()
    }
    Words {
        PageFlow.gap: Theme.pt(22)
        visible: !root.typing && (root.others.length > 0 || root.nearest.length > 0)
        text: root.nothing ? qsTr("Perhaps one of these") : root.sure ? qsTr("Or perhaps one of these") : qsTr("These fit")
        size: 28
        strong: true
        color: Theme.scheme.inkMuted
    }
    ServiceList {
        PageFlow.acts: true
        PageFlow.gap: Theme.pt(root.typing ? 18 : 8)
        visible: services.length > 0
        services: root.typing ? (root.best ? [root.best] : []).concat(root.others).slice(0, Theme.elder || Theme.lowPosition ? 0 : Theme.landscape ? 1 : 2)
                              : (root.nothing ? root.nearest : root.others).slice(0, Theme.elder ? 2 : 4)
        onChosen: id => root.itemChosen(id)
    }
    SearchBar {
        PageFlow.acts: true
        PageFlow.gap: Theme.pt(20)
        visible: !root.typing && !Theme.elder
        implicitHeight: Theme.grow(124)
        placeholder: qsTr("Say it another way")
        voiceText: qsTr("Speak again")
        microphone: root.microphone
        listening: root.listening
        transcript: root.transcript
        onEntryPressed: root.entryPressed()
        onVoicePressed: root.voicePressed()
        onFinishedSpeaking: root.speechFinished()
    }

    actions: [
        PrimaryButton {
            visible: root.typing
            text: qsTr("See all results")
            onPressed: root.searchConfirmed()
        },
        SecondaryButton {
            Layout.fillWidth: true
            visible: !root.typing
            text: root.nothing ? qsTr("Call someone") : qsTr("Ask at a counter")
            iconName: root.nothing ? "helping-hand" : "ticket"
            onPressed: root.nothing ? root.helpPressed() : root.ticketPressed()
        },
        SecondaryButton {
            Layout.fillWidth: true
            visible: !Theme.elder && !root.typing
            text: qsTr("By department")
            iconName: "building"
            onPressed: root.departmentsPressed()
        },
        SecondaryButton {
            text: qsTr("Home")
            iconName: "house"
            onPressed: root.homePressed()
        }
    ]
}
