// HallScreens: the pages outside a visit, each bound to its model. `of(page)` gives the component, or null.
// Components see the ids around them; "pragma ComponentBehavior: Bound", which says so to the linter, comes with Qt 6.5.
// qmllint disable unqualified
import QtQuick
import Tongban.Kiosk

QtObject {
    id: root

    required property KioskModel kiosk

    function of(page) {
        switch (page) {
        case "attract": return attract;
        case "home": return home;
        case "search": return search;
        case "verify": return verify;
        case "progress": return progress;
        case "goodbye": return goodbye;
        case "portal": return portal;
        default: return null;
        }
    }

    readonly property Component attract: Component {
        AttractPage {
            evening: root.kiosk.evening
            onWoken: root.kiosk.wake()
        }
    }
    readonly property Component home: Component {
        HomePage {
            greeting: root.kiosk.greeting
            stopped: root.kiosk.stopped
            sayings: [qsTr("extend my residence permit"), qsTr("permit expired"), qsTr("water bill")]
            frequent: root.kiosk.search.frequent
            itemCount: root.kiosk.search.itemCount
            microphone: false
            queueClosed: qsTr("Tickets are given at the entrance")
            printerOut: qsTr("Coming soon")
            onSearchPressed: root.kiosk.openSearch("")
            onSayingChosen: text => text === qsTr("water bill") ? root.kiosk.openPortal("water")
                                                                : root.kiosk.openSearch(text)
            onProgressPressed: root.kiosk.openVerify()
            onItemChosen: id => root.kiosk.openItem(id)
            onAllPressed: root.kiosk.openSearch("")
            onPeoplePressed: root.kiosk.openSearch("")
            onBusinessPressed: root.kiosk.openSearch("")
            onLifeEventsPressed: root.kiosk.openSearch("")
        }
    }
    readonly property Component search: Component {
        SearchPage {
            readonly property SearchModel model: root.kiosk.search

            query: model.query
            queryParts: model.queryParts
            count: model.count
            best: model.best
            answer: model.answer
            others: model.others
            nearest: model.nearest
            microphone: false
            typing: model.typingNow
            value: model.typing.value
            composition: model.typing.composition
            candidates: model.typing.candidates
            expanded: model.typing.expanded
            chinese: model.typing.chinese
            shifted: model.typing.shifted
            symbols: model.typing.symbols
            onItemChosen: id => model.open(id) || root.kiosk.openItem(id)
            onMoreWanted: id => model.open(id)
            onSearchConfirmed: model.confirm()
            onEntryPressed: model.typingNow = true
            onHomePressed: root.kiosk.goHome()
            onDepartmentsPressed: root.kiosk.goHome()
            onTicketPressed: root.kiosk.callHelp()
            onHelpPressed: root.kiosk.callHelp()
            onKeyPressed: key => model.typing.press(key)
            onCandidateChosen: index => model.typing.choose(index)
            onExpandPressed: model.typing.toggleExpanded()
            onCleared: model.typing.press("clear")
            onTyped: text => model.typing.type(text)
        }
    }
    readonly property Component verify: Component {
        VerifyPage {
            readonly property VerifyModel model: root.kiosk.verify

            verdict: model.verdict
            itemTitle: model.itemTitle
            rows: model.rows
            keyNote: model.keyNote
            steps: model.steps
            online: model.online
            onProgressPressed: root.kiosk.openProgress()
            onAgainPressed: root.kiosk.openVerify()
            onHelpPressed: root.kiosk.callHelp()
            onHomePressed: root.kiosk.goHome()
        }
    }
    readonly property Component progress: Component {
        ProgressPage {
            readonly property VerifyModel model: root.kiosk.verify

            headline: model.headline
            lead: model.itemTitle
            shapes: model.shapes
            edges: model.edges
            ask: model.ask
            records: model.steps
            onFinishPressed: root.kiosk.goHome()
            onHomePressed: root.kiosk.goHome()
            onClerkPressed: root.kiosk.callHelp()
            onAskPressed: root.kiosk.openSupplement()
        }
    }
    readonly property Component goodbye: Component {
        GoodbyePage {
            erased: root.kiosk.receipt.erased
            take: root.kiosk.receipt.take
            seconds: root.kiosk.goodbyeSeconds
            onAgainPressed: root.kiosk.goHome()
        }
    }
    readonly property Component portal: Component {
        PortalScreen {
            model: root.kiosk.portal
            onClosed: root.kiosk.goHome()
        }
    }
}
