// PortalFrame: the chrome around a hosted department page: whose page it is, that it is locked, and the way out.
// The web view goes into the default slot. Properties: department, pageTitle, address, loading, failed, identityAsked (the page wants to
// know who you are), identityText. Signals: closePressed(), identityAllowed(), identityRefused(), reloadPressed().
import QtQuick
import QtQuick.Layouts
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property string department
    property string pageTitle: ""
    property string address: ""
    property bool loading: false
    property bool failed: false
    property bool identityAsked: false
    property string identityText: ""
    default property alias view: viewport.data

    signal closePressed()
    signal identityAllowed()
    signal identityRefused()
    signal reloadPressed()

    title: department
    barTitle: pageTitle.length > 0 ? pageTitle : department
    hasActions: false

    readonly property real frameTop: Theme.landscape ? Theme.pt(124) : Theme.pt(128)

    backdrop: [
        Item {
            x: Theme.landscape ? 0 : Theme.pt(24)
            y: root.frameTop
            width: Theme.landscape ? Theme.readingWidth : root.width - x * 2
            height: Theme.landscape ? root.height - y : root.height - Theme.dockHeight - Theme.primaryHeight - Theme.pt(64) - y

            Rectangle {
                anchors.fill: parent
                color: Theme.scheme.surface
                border.width: Theme.pt(3)
                border.color: Theme.scheme.edge
            }
            Rectangle {
                id: strip

                width: parent.width
                height: Theme.grow(76)
                color: Theme.scheme.primarySoft
                border.width: Theme.pt(3)
                border.color: Theme.scheme.edge

                Icon {
                    id: lockMark

                    x: Theme.pt(28)
                    anchors.verticalCenter: parent.verticalCenter
                    name: "lock"
                    size: Theme.grow(36)
                }
                Words {
                    anchors.left: lockMark.right
                    anchors.leftMargin: Theme.pt(16)
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.pt(20)
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.address.length > 0 ? qsTr("Page of %1 · %2").arg(root.department).arg(root.address) : qsTr("Page of %1").arg(root.department)
                    size: 28
                    maximumLineCount: 1
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.smallest
                }
            }
            Item {
                id: viewport

                anchors.fill: parent
                anchors.topMargin: strip.height
                anchors.margins: Theme.pt(3)
                clip: true
            }
            Column {
                anchors.centerIn: parent
                width: parent.width - Theme.pt(120)
                visible: root.loading || root.failed
                spacing: Theme.pt(24)

                Words {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: root.failed ? qsTr("This page does not answer") : qsTr("Opening the page…")
                    size: 44
                    strong: true
                }
                Words {
                    width: parent.width
                    visible: root.failed
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("Nothing of yours was sent. Try again, or ask at a counter.")
                    size: 34
                }
            }
        },
        NoteBox {
            visible: root.identityAsked
            x: Theme.landscape ? Theme.pt(1048) : Theme.margin
            width: Theme.landscape ? root.width - x - Theme.pt(48) : root.width - x * 2
            y: Theme.landscape ? Theme.pt(150) : root.height - Theme.dockHeight - Theme.primaryHeight - Theme.pt(80) - height
            kind: "here"
            iconName: "user-check"
            heading: qsTr("The page asks who you are")
            text: root.identityText.length > 0 ? root.identityText : qsTr("It would learn your name and number, for this visit only.")
        },
        RowLayout {
            x: Theme.landscape ? Theme.pt(1048) : Theme.margin
            width: Theme.landscape ? root.width - x - Theme.pt(48) : root.width - x * 2
            y: root.height - Theme.dockHeight - Theme.actionGap - height
            height: Theme.primaryHeight
            spacing: Theme.gutter
            layoutDirection: Qt.RightToLeft

            PrimaryButton {
                text: root.identityAsked ? qsTr("Allow for this visit") : qsTr("Done here, close the page")
                iconName: root.identityAsked ? "check" : "x"
                onPressed: root.identityAsked ? root.identityAllowed() : root.closePressed()
            }
            SecondaryButton {
                visible: root.identityAsked || root.failed
                text: root.identityAsked ? qsTr("Do not tell") : qsTr("Try again")
                iconName: root.identityAsked ? "" : "refresh"
                onPressed: root.identityAsked ? root.identityRefused() : root.reloadPressed()
            }
        }
    ]
}
