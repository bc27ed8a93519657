// OfflinePage: the network is gone. What is safe, when we try again, what else can be done now.
// Properties: itemTitle, journeyIndex, seconds, total, attempt, connecting, safe (one sentence), works (what works without network),
//   needs (what does not), counterNote, phoneNote.
// Signals: retryPressed(), ticketPressed(), phonePressed(), backPressed(), leavePressed().
import QtQuick
import QtQuick.Layouts
import QtQuick.Shapes
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property int seconds
    property int total: 20
    property int attempt: 1
    property bool connecting: false
    property string itemTitle: ""
    property string safe: qsTr("Papers and signature are stored encrypted and are not submitted twice.")
    property string works: qsTr("Works without network: guides, material lists, tickets, the hall map. Needs it: progress and e-licences.")
    property string counterNote: qsTr("The counter goes on from where you are")
    property string phoneNote: qsTr("Scan and take the draft along, valid for 24 hours")

    signal retryPressed()
    signal ticketPressed()
    signal phonePressed()
    signal backPressed()
    signal leavePressed()

    title: qsTr("The network is down, your entries are safe")
    barTitle: itemTitle
    journeyIndex: 5

    Item {
        visible: !Theme.elder
        implicitHeight: Theme.pt(Theme.landscape ? 250 : 320)

        Shape {
            width: 1080
            height: 320
            scale: root.width > 0 ? Math.min(parent.width / 968, parent.height / 320) : 1
            transformOrigin: Item.TopLeft
            x: -56 * scale

            ShapePath {
                strokeColor: Theme.scheme.here
                strokeWidth: 10
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
                PathSvg { path: "M0 254C130 216 250 272 400 232" }
            }
            ShapePath {
                strokeColor: Theme.scheme.edge
                strokeWidth: 10
                strokeStyle: ShapePath.DashLine
                dashPattern: [0.1, 2.6]
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
                PathSvg { path: "M680 232C800 186 940 262 1080 204" }
            }
            ShapePath {
                strokeColor: Theme.scheme.inkStrong
                strokeWidth: 7
                fillColor: Theme.scheme.here
                PathSvg { path: "M380 232a20 20 0 1 0 40 0a20 20 0 1 0 -40 0" }
            }
            ShapePath {
                strokeColor: Theme.scheme.edge
                strokeWidth: 7
                fillColor: Theme.scheme.surface
                PathSvg { path: "M660 232a20 20 0 1 0 40 0a20 20 0 1 0 -40 0" }
            }
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.pt(30)
            width: Theme.pt(224)
            height: width
            radius: width / 2
            color: Theme.scheme.surface
            border.width: Theme.stroke
            border.color: Theme.scheme.hair

            Icon {
                anchors.centerIn: parent
                name: "cloud-off"
                size: Theme.pt(128)
                strokeWidth: 1.5
            }
        }
    }
    TitleBlock {
        PageFlow.gap: Theme.pt(8)
        title: root.title
        size: Theme.elder ? 54 : 62
        centred: !Theme.landscape
        lead: qsTr("It is not your doing. We are reconnecting and then go on by ourselves.")
    }
    Card {
        PageFlow.acts: true
        PageFlow.gap: Theme.pt(34)
        implicitHeight: Math.max(ring.height, wait.implicitHeight, retry.height) + Theme.pt(48)

        CountdownRing {
            id: ring

            x: Theme.pt(32)
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.grow(172)
            seconds: root.seconds
            total: root.total
        }
        Column {
            id: wait

            anchors.left: ring.right
            anchors.leftMargin: Theme.pt(28)
            anchors.right: Theme.elder ? parent.right : retry.left
            anchors.rightMargin: Theme.pt(20)
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                text: root.connecting ? qsTr("Connecting…") : qsTr("Attempt %1 in %2 seconds").arg(root.attempt).arg(root.seconds)
                size: 36
                strong: true
                lineHeight: lineCount > 1 ? 0.9 : 1
            }
            Words {
                width: parent.width
                text: root.safe
                size: 28
                color: Theme.scheme.inkMuted
                lineHeight: 0.95
            }
        }
        MiniButton {
            id: retry

            visible: !Theme.elder
            anchors.right: parent.right
            anchors.rightMargin: Theme.pt(32)
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.pt(96)
            strong: true
            size: 30
            text: qsTr("Try now")
            iconName: "refresh"
            busy: root.connecting
            onPressed: root.retryPressed()
        }
    }
    Words {
        PageFlow.gap: Theme.pt(30)
        text: qsTr("If you would rather not wait")
        size: 28
        strong: true
        color: Theme.scheme.inkMuted
    }
    RowLayout {
        PageFlow.acts: true
        PageFlow.gap: Theme.pt(14)
        spacing: Theme.gutter

        ChoiceTile {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 100
            upright: true
            title: qsTr("Ticket to a counter")
            note: root.counterNote
            iconName: "ticket"
            onPressed: root.ticketPressed()
        }
        ChoiceTile {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 100
            upright: true
            title: qsTr("At home by phone")
            note: root.phoneNote
            iconName: "smartphone"
            onPressed: root.phonePressed()
        }
    }
    NoteBox {
        text: root.works
    }

    actions: [
        PrimaryButton {
            text: qsTr("Save and leave")
            iconName: "save"
            onPressed: root.leavePressed()
        },
        SecondaryButton {
            text: qsTr("Back")
            iconName: "arrow-left"
            onPressed: root.backPressed()
        }
    ]
}
