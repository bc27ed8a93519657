// ChecklistPage: the list to take away: what to bring and what not, how long, where to; on paper or by phone, nothing kept.
// Properties: itemTitle, parts [{title, icon, rows [{label, value, note}]}], qr [string of 0/1], printState
//   ("none"|"printing"|"printed"|"paperOut"). Signals: printPressed(), backPressed(), finishPressed(), helpPressed().
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property string itemTitle
    required property var parts
    required property var qr
    property string printState: "none"

    signal printPressed()
    signal backPressed()
    signal finishPressed()
    signal helpPressed()

    title: qsTr("Your list to take along")
    barTitle: itemTitle
    journeyIndex: 1
    spacing: Theme.pt(18)
    speakText: title + ". " + parts.map(part => part.title + ": " + part.rows.map(row => row.value).join(", ")).join(". ")

    TitleBlock {
        title: root.title
        lead: qsTr("Made from your answers. Nothing about you is in it, and nothing is kept here.")
    }
    Repeater {
        model: root.parts

        SummarySection {
            required property var modelData

            title: modelData.title
            iconName: modelData.icon
            rows: modelData.rows
            editable: false
        }
    }
    Card {
        PageFlow.acts: true
        implicitHeight: code.height + Theme.pt(48)

        QrCode {
            id: code

            x: Theme.cardPadding
            y: Theme.pt(24)
            size: Theme.pt(340)
            rows: root.qr
            spoken: qsTr("Code with this list")
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            x: code.x + code.width + Theme.pt(36)
            width: parent.width - x - Theme.cardPadding
            text: qsTr("Scan it with your phone: the list itself is in the code, no network and no login needed.")
            size: 30
        }
    }
    StatusStrip {
        PageFlow.acts: true
        visible: root.printState !== "none"
        kind: root.printState === "printed" ? "done" : root.printState === "paperOut" ? "error" : "here"
        text: root.printState === "printing" ? qsTr("The list is being printed; take it from the slot below the screen")
            : root.printState === "printed" ? qsTr("Printed. Please take it from the slot below the screen")
            : qsTr("Printing does not work. Scan the code, or call someone")
        iconName: root.printState === "paperOut" ? "alert" : "printer"
        actionText: root.printState === "paperOut" ? qsTr("Call someone") : ""
        onPressed: root.helpPressed()
    }

    actions: [
        PrimaryButton {
            text: qsTr("Print it")
            iconName: "printer"
            available: root.printState !== "printing"
            onPressed: root.printPressed()
        },
        SecondaryButton {
            text: qsTr("Finish")
            onPressed: root.finishPressed()
        },
        SecondaryButton {
            text: qsTr("Back")
            iconName: "arrow-left"
            onPressed: root.backPressed()
        }
    ]
}
