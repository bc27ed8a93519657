// VerifyPage: a receipt was scanned at the kiosk: genuine or not. An altered one shows none of its content.
// Properties: verdict ("waiting"|"valid"|"altered"|"unknown"), itemTitle, rows [{label, value, strong, digits}] (valid only), how (how it was
//   checked, plain words), keyNote (key id, small), recordNumber (altered only), steps [{state, date, title, note}] (where it stands),
//   online (false: signature checked here, progress needs the network).
// Signals: progressPressed(), againPressed(), helpPressed(), homePressed().
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property string verdict
    property string itemTitle: ""
    property var rows: []
    property string how: ""
    property string keyNote: ""
    property string recordNumber: ""
    property var steps: []
    property bool online: true

    signal progressPressed()
    signal againPressed()
    signal helpPressed()
    signal homePressed()

    readonly property bool valid: verdict === "valid"

    title: verdict === "waiting" ? qsTr("Hold the receipt to the scanner") : valid ? qsTr("This receipt is genuine")
        : verdict === "unknown" ? qsTr("This code is not a receipt of ours") : qsTr("We cannot confirm this receipt")

    TitleBlock {
        title: root.title
        lead: root.verdict === "waiting" ? qsTr("The scanner is at the lower left. The code may be on paper or on a phone.")
            : root.valid ? qsTr("Every sign is as it was when we issued it.") : qsTr("Its content does not match its seal. Nothing of it is shown.")
    }
    VerdictBanner {
        visible: root.verdict !== "waiting"
        good: root.valid
        text: root.valid ? qsTr("Checked: valid") : qsTr("Not confirmed")
        note: root.valid ? root.how : root.recordNumber.length > 0 ? qsTr("Record %1, for the staff").arg(root.recordNumber) : ""
    }
    NoteBox {
        visible: root.verdict === "waiting"
        iconName: "scan"
        heading: qsTr("Waiting for a code")
        text: qsTr("Hold it about 10 cm away. A tone tells you when it has been read.")
    }
    SummarySection {
        visible: root.valid
        title: root.itemTitle
        iconName: "receipt"
        editable: false
        rows: root.valid ? root.rows : []
    }
    Card {
        visible: root.valid && root.steps.length > 0
        implicitHeight: list.implicitHeight + Theme.pt(44)

        Column {
            id: list

            x: Theme.pt(40)
            y: Theme.pt(26)
            width: parent.width - x * 2
            spacing: Theme.pt(12)

            Words {
                text: qsTr("Where it stands")
                size: 36
                strong: true
                Accessible.role: Accessible.Heading
            }
            Timeline {
                width: parent.width
                steps: root.steps
            }
        }
    }
    NoteBox {
        visible: root.valid && !root.online
        text: qsTr("The seal was checked on this machine. How far it is needs the network.")
    }
    Words {
        visible: root.valid && text.length > 0
        text: root.keyNote
        size: 24
        color: Theme.scheme.inkMuted
    }
    Card {
        visible: root.verdict === "altered" || root.verdict === "unknown"
        implicitHeight: next.implicitHeight + Theme.pt(64)

        Column {
            id: next

            x: Theme.pt(40)
            y: Theme.pt(30)
            width: parent.width - x * 2
            spacing: Theme.pt(22)

            Words {
                text: qsTr("What you can do")
                size: 36
                strong: true
                Accessible.role: Accessible.Heading
            }
            Repeater {
                model: [[qsTr("Scan it once more"), qsTr("A fold or a smear can spoil a code")],
                        [qsTr("Look up by your ID card"), qsTr("“My case” on the home page shows what is really under way")],
                        [qsTr("Ask the staff"), qsTr("Especially if someone else gave you this paper")]]

                NumberedStep {
                    required property var modelData
                    required property int index

                    width: next.width
                    soft: true
                    number: index + 1
                    title: modelData[0]
                    note: modelData[1]
                    size: 33
                }
            }
        }
    }

    actions: [
        PrimaryButton {
            visible: root.verdict !== "waiting"
            text: root.valid ? qsTr("See how far it is") : qsTr("Scan again")
            iconName: root.valid ? "route" : "scan"
            available: root.online || !root.valid
            reason: qsTr("Needs the network")
            onPressed: root.valid ? root.progressPressed() : root.againPressed()
        },
        SecondaryButton {
            visible: root.verdict === "altered"
            text: qsTr("Call someone")
            iconName: "helping-hand"
            onPressed: root.helpPressed()
        },
        SecondaryButton {
            Layout.fillWidth: root.verdict === "waiting"
            text: qsTr("Home")
            iconName: "house"
            onPressed: root.homePressed()
        }
    ]
}
