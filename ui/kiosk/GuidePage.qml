// GuidePage: who, how long, what it costs, how many trips; the route; what is needed and what is not.
// Properties: itemTitle, summary, tag, facts [{icon, label, value, note}], shapes/edges (RouteMapItem), live (measured average; empty
//   under 20 cases), materialsHeading, exempt [string], exemptSource, wanted [{id, title, hint, icon, why, sample}],
//   startNote ("about 5 minutes…"), closed (reason why it cannot be done here; empty when it can).
// Signals: startPressed(), listPressed(), sampleAsked(id), whyAsked(id), backPressed(), ticketPressed().
import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property string itemTitle
    required property var facts
    required property var shapes
    required property var edges
    required property string materialsHeading
    property string summary: ""
    property string tag: ""
    property string live: ""
    property var exempt: []
    property string exemptSource: ""
    property var wanted: []
    property string startNote: ""
    property string closed: ""

    signal startPressed()
    signal listPressed()
    signal sampleAsked(string id)
    signal whyAsked(string id)
    signal backPressed()
    signal ticketPressed()

    title: itemTitle
    speakText: itemTitle + " " + summary
    journeyIndex: 0

    TitleBlock {
        title: root.itemTitle
        tag: root.tag
        lead: root.summary
        leadInk: Theme.scheme.ink
    }
    NoteBox {
        visible: root.closed.length > 0
        kind: "here"
        heading: qsTr("Not at this machine")
        text: root.closed
    }
    FactsRow {
        facts: root.facts
    }
    RouteCard {
        id: way

        PageFlow.stretches: !Theme.landscape && way.branches // a single line needs no room
        heading: qsTr("The way through")
        live: root.live
        shapes: root.shapes
        edges: root.edges
    }
    MaterialList {
        PageFlow.acts: true
        heading: root.materialsHeading
        exempt: root.exempt
        exemptSource: root.exemptSource
        wanted: root.wanted
        onSampleAsked: id => root.sampleAsked(id)
        onWhyAsked: id => root.whyAsked(id)
    }

    actions: [
        PrimaryButton {
            text: root.closed.length > 0 ? qsTr("Take a ticket") : qsTr("Start")
            note: root.closed.length > 0 || Theme.landscape ? "" : root.startNote
            iconName: root.closed.length > 0 ? "ticket" : "arrow-right"
            onPressed: root.closed.length > 0 ? root.ticketPressed() : root.startPressed()
        },
        SecondaryButton {
            sidePadding: Theme.pt(26)
            text: qsTr("Take the list")
            iconName: "printer"
            visible: !Theme.elder
            onPressed: root.listPressed()
        },
        SecondaryButton {
            sidePadding: Theme.pt(26)
            text: qsTr("Back")
            iconName: "arrow-left"
            onPressed: root.backPressed()
        }
    ]
}
