// ProgressPage: where the case stands, on the route of its own process.
// Properties: headline, lead, routeTitle, shapes/edges (RouteMapItem), ask {title, note, action} or null (the one thing the citizen must do),
//   records [{state, date, title, note}], onTime (empty: not shown), cases [{id, title, hint, aside, icon}] (several: list first),
//   empty (nothing under this card).
// Signals: caseChosen(id), askPressed(), printPressed(), clerkPressed(), finishPressed(), homePressed().
import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property string headline
    property string lead: ""
    property string routeTitle: qsTr("The way through")
    property var shapes: []
    property var edges: []
    property var ask: null
    property var records: []
    property string onTime: ""
    property var cases: []
    property bool empty: false

    signal caseChosen(string id)
    signal askPressed()
    signal printPressed()
    signal clerkPressed()
    signal finishPressed()
    signal homePressed()

    title: headline
    speakText: headline + " " + lead

    TitleBlock {
        title: root.headline
        lead: root.lead
    }
    ServiceList {
        PageFlow.acts: true
        visible: root.cases.length > 0
        services: root.cases
        onChosen: id => root.caseChosen(id)
    }
    NoteBox {
        visible: root.empty
        heading: qsTr("Nothing is under way for this card")
        text: qsTr("Things that were finished long ago can be printed at a counter.")
    }
    RouteCard {
        visible: root.shapes.length > 0
        heading: root.routeTitle
        legend: !Theme.elder
        shapes: root.shapes
        edges: root.edges
    }
    AskCard {
        PageFlow.acts: true
        visible: root.ask !== null
        title: root.ask?.title ?? ""
        note: root.ask?.note ?? ""
        actionText: root.ask?.action ?? ""
        onPressed: root.askPressed()
    }
    Card {
        visible: root.records.length > 0
        implicitHeight: list.implicitHeight + Theme.pt(44)

        Column {
            id: list

            x: Theme.pt(40)
            y: Theme.pt(26)
            width: parent.width - x * 2
            spacing: Theme.pt(12)

            Item {
                width: parent.width
                height: Math.max(recordsTitle.implicitHeight, good.implicitHeight)

                Words {
                    id: recordsTitle

                    text: qsTr("What has been done")
                    size: 36
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                Tag {
                    id: good

                    anchors.right: parent.right
                    text: root.onTime
                    iconName: "circle-check"
                    kind: "done"
                }
            }
            Timeline {
                width: parent.width
                steps: root.records
            }
        }
    }

    actions: [
        PrimaryButton {
            text: root.empty ? qsTr("Home") : qsTr("Seen it, finish")
            iconName: root.empty ? "house" : "shield-check"
            iconLast: false
            onPressed: root.empty ? root.homePressed() : root.finishPressed()
        },
        SecondaryButton {
            visible: !root.empty && !Theme.elder
            text: qsTr("Ask the clerk")
            iconName: "message"
            onPressed: root.clerkPressed()
        },
        SecondaryButton {
            visible: !root.empty
            text: qsTr("Print")
            iconName: "printer"
            onPressed: root.printPressed()
        }
    ]
}
