// HomePage: what do you need today? Search first, then short ways, then what people often do here.
// Properties: greeting, hint, sayings [string], frequent [{id, title, hint, icon}], itemCount, waiting (people in the
//   queue), certificateCount, queueClosed / printerOut (a reason; empty when all is well), microphone, listening,
//   transcript, hallFacts [{value, label}] (shown in low position and on tall screens).
// Signals: searchPressed(), voicePressed(), speechFinished(), sayingChosen(text), progressPressed(), ticketPressed(),
//   printPressed(), itemChosen(id), allPressed(), lifeEventsPressed(), peoplePressed(), businessPressed().
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property string greeting
    required property var frequent
    property string hint: qsTr("No official names needed: say it as you would to a friend.")
    property var sayings: []
    property int itemCount: 0
    property int waiting: 0
    property int certificateCount: 0
    property string queueClosed: ""
    property string printerOut: ""
    property string stopped: "" // why nothing new is taken here now; instead of the hint
    property bool microphone: true
    property bool listening: false
    property string transcript: ""
    property var hallFacts: []

    signal searchPressed()
    signal voicePressed()
    signal speechFinished()
    signal sayingChosen(string text)
    signal progressPressed()
    signal ticketPressed()
    signal printPressed()
    signal itemChosen(string id)
    signal allPressed()
    signal lifeEventsPressed()
    signal peoplePressed()
    signal businessPressed()

    readonly property real heroHeight: Theme.landscape ? height : Math.max(Theme.pt(Theme.lowPosition ? 900 : 620), Theme.reachTop + Theme.pt(55))

    title: greeting
    speakText: greeting + " " + (stopped.length > 0 ? stopped : hint)
    hero: true
    hasActions: false
    contentTop: Theme.pt(Theme.landscape ? 150 : 148)

    backdrop: Landscape {
        width: Theme.landscape ? Theme.readingWidth : root.width
        height: root.heroHeight
        opacity: Theme.highContrast ? 0.6 : 1
        fade: Theme.landscape ? 0 : Theme.pt(96)
        horizon: Theme.landscape ? 0.8 : 0.88
        rise: Theme.landscape ? Theme.pt(360) : Math.min(Theme.pt(420), (root.heroHeight - Theme.pt(330)) * 0.84)
        seed: 11
        birds: Theme.highContrast ? Qt.point(-1, 0) : Theme.landscape ? Qt.point(0.25, 0.44) : Qt.point(0.44, 0.56)
        sun: Qt.point(0.7, Theme.landscape ? 0.43 : 0.5)
        way: Theme.landscape ? [[0.1, 0.77, 0], [0.33, 0.79], [0.48, 0.82, 0], [0.6, 0.77], [0.75, 0.63, 0], [0.88, 0.66]]
            : [[0.12, 0.845, 0], [0.3, 0.865], [0.44, 0.905, 0], [0.56, 0.85], [0.7, 0.7, 0], [0.83, 0.755, 0], [0.93, 0.7]]
    }

    TitleBlock {
        title: root.greeting
        size: Theme.elder ? 58 : Theme.landscape ? 70 : 76
        lead: root.stopped.length > 0 ? root.stopped : root.hint
        leadInk: Theme.scheme.ink
    }

    Flow {
        visible: (Theme.lowPosition || root.height > Theme.pt(2200)) && !Theme.landscape && root.hallFacts.length > 0
        spacing: Theme.pt(18)

        Repeater {
            model: root.hallFacts

            HallFact {
                required property var modelData

                value: modelData.value
                label: modelData.label
            }
        }
    }

    Column {
        PageFlow.acts: true
        spacing: Theme.pt(26)

        SearchBar {
            width: parent.width
            microphone: root.microphone
            listening: root.listening
            transcript: root.transcript
            onEntryPressed: root.searchPressed()
            onVoicePressed: root.voicePressed()
            onFinishedSpeaking: root.speechFinished()
        }
        Row {
            visible: root.sayings.length > 0 && !Theme.landscape && !Theme.lowPosition && !Theme.elder
            spacing: Theme.pt(18)

            Words {
                id: often

                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("People say")
                size: 28
                color: Theme.scheme.inkMuted
                wrapMode: Text.NoWrap
            }
            Repeater {
                model: root.sayings

                SuggestionChip {
                    required property string modelData

                    text: modelData
                    // A chip that would run over the edge is left out.
                    visible: x + width <= root.width - Theme.margin * 2
                    onPressed: root.sayingChosen(modelData)
                }
            }
        }
    }

    RowLayout {
        PageFlow.acts: true
        spacing: Theme.gutter

        QuickTile {
            Layout.fillWidth: true
            Layout.preferredWidth: 100
            title: qsTr("My case")
            hint: qsTr("See how far it is")
            iconName: "route"
            onPressed: root.progressPressed()
        }
        QuickTile {
            Layout.fillWidth: true
            Layout.preferredWidth: 100
            title: qsTr("Ticket")
            hint: qsTr("%1 waiting").arg(root.waiting)
            iconName: "ticket"
            tint: "here"
            available: root.queueClosed.length === 0
            reason: root.queueClosed
            onPressed: root.ticketPressed()
        }
        QuickTile {
            Layout.fillWidth: true
            Layout.preferredWidth: 100
            visible: !Theme.elder
            title: qsTr("Print proof")
            hint: qsTr("%1 kinds, free").arg(root.certificateCount)
            iconName: "printer"
            tint: "done"
            available: root.printerOut.length === 0
            reason: root.printerOut
            onPressed: root.printPressed()
        }
    }

    FrequentServices {
        PageFlow.acts: true
        PageFlow.gap: Theme.pt(30)
        services: root.frequent
        itemCount: root.itemCount
        onItemChosen: id => root.itemChosen(id)
        onAllPressed: root.allPressed()
    }

    RowLayout {
        PageFlow.acts: true
        spacing: Theme.gutter

        ThemeDoor {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.elder ? 300 : 472
            grand: !Theme.landscape && !Theme.elder
            title: Theme.elder ? qsTr("Other things") : qsTr("Life events")
            hint: qsTr("Open a restaurant, have a baby, retire…\nseveral departments at once")
            iconName: "layers"
            onPressed: Theme.elder ? root.allPressed() : root.lifeEventsPressed()
        }
        ThemeDoor {
            Layout.fillWidth: true
            Layout.preferredWidth: 224
            visible: !Theme.elder
            title: qsTr("People")
            hint: Theme.lowPosition ? "" : qsTr("Insurance, household, home")
            iconName: "user"
            tint: "done"
            onPressed: root.peoplePressed()
        }
        ThemeDoor {
            Layout.fillWidth: true
            Layout.preferredWidth: 224
            visible: !Theme.elder
            title: qsTr("Business")
            hint: Theme.lowPosition ? "" : qsTr("Start, licences, staff")
            iconName: "building"
            onPressed: root.businessPressed()
        }
    }
}
