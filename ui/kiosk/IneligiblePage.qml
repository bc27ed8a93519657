// IneligiblePage: it cannot be done yet: why, by which rule, from when on, and what else is possible.
// Properties: itemTitle, exit {title, reason, clause, alternatives, earliest}.
// Signals: backPressed(), homePressed(), listPressed(), helpPressed().
import QtQuick
import Tongban.Controls
import Tongban.Kiosk

KioskPage {
    id: root

    required property var exit
    property string itemTitle: ""

    signal backPressed()
    signal homePressed()
    signal listPressed()
    signal helpPressed()

    title: exit.title ?? ""
    barTitle: itemTitle
    journeyIndex: 1

    TitleBlock {
        width: parent.width
        title: root.exit.title ?? ""
        lead: root.exit.reason ?? ""
    }
    NoteBox {
        width: parent.width
        visible: (root.exit.earliest ?? "").length > 0
        kind: "done"
        heading: qsTr("Possible from %1 on").arg(root.exit.earliest ?? "")
        text: qsTr("Come back then, nothing is kept here until that day.")
    }
    NoteBox {
        width: parent.width
        visible: (root.exit.alternatives ?? "").length > 0
        kind: "info"
        heading: qsTr("What you can do now")
        text: root.exit.alternatives ?? ""
    }
    NoteBox {
        width: parent.width
        kind: "why"
        heading: qsTr("The rule")
        text: root.exit.clause ?? ""
    }
    actions: [
        PrimaryButton {
            text: qsTr("Back to the start")
            onPressed: root.homePressed()
        },
        SecondaryButton {
            text: qsTr("Take it along")
            iconName: "printer"
            visible: !Theme.elder
            onPressed: root.listPressed()
        },
        SecondaryButton {
            text: qsTr("Ask somebody")
            iconName: "headset"
            onPressed: root.helpPressed()
        },
        SecondaryButton {
            text: qsTr("Back")
            iconName: "arrow-left"
            onPressed: root.backPressed()
        }
    ]
}
