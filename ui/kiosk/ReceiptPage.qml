// ReceiptPage: it is handed in. The proof with its code, the printer, and what comes next with dates.
// Properties: headline, lead, itemTitle, rows [{label, value, strong, digits}], qr [string of 0/1], place (on the seal), printState
//   ("none"|"printing"|"printed"|"paperOut"|"unknown": it may have come out), printCopy (补打, 0: the first print),
//   steps [{state, date, title, note}], confirming (no answer yet: never submitted twice),
//   ratable (somewhere takes the rating; without one it is not asked for).
// Signals: ratePressed(), finishPressed(), printPressed(), helpPressed().
import QtQuick
import QtQuick.Layouts
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property string headline
    required property string itemTitle
    required property var rows
    required property var qr
    required property var steps
    property string lead: qsTr("We take it from here. You need not queue again.")
    property string place: ""
    property string printState: "none"
    property int printCopy: 0
    property bool confirming: false
    property bool ratable: false

    signal ratePressed()
    signal finishPressed()
    signal printPressed()
    signal helpPressed()

    title: headline
    hero: true
    contentTop: Theme.pt(140)

    readonly property real heroHeight: Theme.landscape ? height : Theme.pt(560) + Math.max(0, height - Theme.pt(1920))

    backdrop: Landscape {
        width: Theme.landscape ? Theme.readingWidth : root.width
        height: root.heroHeight
        opacity: Theme.highContrast ? 0.6 : 1
        fade: Theme.pt(110)
        horizon: 0.87
        rise: Theme.pt(Theme.landscape ? 300 : 205)
        seed: 7
        birds: Qt.point(0.5, 0.62)
        sun: Qt.point(0.8, Theme.landscape ? 0.22 : 0.36)
        arrived: true
        way: Theme.landscape ? [[0.3, 0.84], [0.6, 0.8], [0.8, 0.62]] : [[0.12, 0.76, 0], [0.305, 0.797], [0.45, 0.82, 0], [0.593, 0.743], [0.72, 0.62, 0], [0.804, 0.6]]
    }

    TitleBlock {
        id: heading

        title: root.headline
        size: Theme.elder ? 64 : 76
        lead: root.confirming ? qsTr("We are checking that it has arrived. Please wait a moment.") : root.lead
        leadInk: Theme.scheme.ink
    }
    Item {
        // The hills keep their place between the words and the paper.
        implicitHeight: Theme.landscape || Theme.elder ? 1 : Math.max(1, root.heroHeight - Theme.pt(60) - root.contentTop - heading.implicitHeight - root.spacing)
    }
    ReceiptCard {
        PageFlow.gap: 0
        title: root.itemTitle
        rows: root.rows
        qr: root.qr
        place: root.place
    }
    StatusStrip {
        PageFlow.acts: true
        visible: root.printState !== "none"
        kind: root.printState === "printed" ? "done" : root.printState === "printing" ? "here" : "error"
        text: root.printState === "printing" ? qsTr("The paper receipt is being printed; take it from the slot below the screen")
            : root.printState === "printed" && root.printCopy > 0 ? qsTr("Printed again, marked as copy %1. Please take it from the slot below the screen").arg(root.printCopy)
            : root.printState === "printed" ? qsTr("Printed. Please take it from the slot below the screen")
            : root.printState === "unknown" ? qsTr("We cannot tell whether it came out whole. Please look in the slot; print again only if it is missing")
            : qsTr("Printing does not work. Scan the code, or call someone")
        iconName: kind === "error" ? "alert" : "printer"
        actionText: root.printState === "paperOut" ? qsTr("Call someone") : root.printState === "printing" ? "" : qsTr("Print again")
        onPressed: root.printState === "paperOut" ? root.helpPressed() : root.printPressed()
    }
    StatusStrip {
        PageFlow.acts: true
        visible: root.printState === "none"
        text: qsTr("A paper receipt is free, if you would like one")
        actionText: qsTr("Print it")
        onPressed: root.printPressed()
    }
    Card {
        PageFlow.gap: Theme.pt(20)
        implicitHeight: list.implicitHeight + Theme.pt(40)

        Column {
            id: list

            x: Theme.pt(40)
            y: Theme.pt(24)
            width: parent.width - x * 2
            spacing: Theme.pt(12)

            Words {
                text: qsTr("What comes next")
                size: 38
                strong: true
                Accessible.role: Accessible.Heading
            }
            Timeline {
                width: parent.width
                steps: root.steps
            }
        }
    }

    actions: [
        PrimaryButton {
            text: qsTr("Finish and erase my data")
            iconName: "shield-check"
            iconLast: false
            onPressed: root.finishPressed()
        },
        SecondaryButton {
            visible: root.ratable && !Theme.elder
            Layout.fillWidth: true
            text: qsTr("Rate it (10 seconds)")
            iconName: "smile"
            onPressed: root.ratePressed()
        }
    ]
}
