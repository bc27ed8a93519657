// CounterWindow: the shell of the workstation: rail at the left, one page, dialogs above it; everything by keyboard.
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Window {
    id: root

    required property CounterModel counter
    property bool composing: false
    property bool refusing: false

    function fit() {
        Theme.screenWidth = width;
        Theme.screenHeight = height;
    }

    title: qsTr("Tongban counter")
    color: Theme.scheme.page
    minimumWidth: 1366
    minimumHeight: 768
    onWidthChanged: fit()
    onHeightChanged: fit()
    Component.onCompleted: fit()

    Connections {
        target: root.counter

        function onDecided(decision) {
            root.composing = false;
            root.refusing = false;
        }
    }
    NavigationRail {
        id: rail

        visible: root.counter.page !== "login"
        height: parent.height
        current: root.counter.page
        waiting: root.counter.waiting
        onPlaceChosen: place => {
            if (place === "lock")
                root.counter.signOut();
            else if (place === "inbox")
                root.counter.closeCase();
        }
    }
    Loader {
        anchors.fill: parent
        anchors.leftMargin: rail.visible ? rail.width : 0
        focus: true
        enabled: !root.composing && !root.refusing
        sourceComponent: root.counter.page === "login" ? login : root.counter.page === "case" ? review : inbox
        onLoaded: item.forceActiveFocus()
    }
    Component {
        id: login

        LoginPage {
            hall: root.counter.hall
            windowName: root.counter.windowName
            dateLine: new Date().toLocaleDateString(Qt.locale(), qsTr("d MMMM, dddd"))
            busy: root.counter.busy
            fault: root.counter.fault
            onSignInRequested: (account, password, code) => root.counter.signIn(account, password, code)
        }
    }
    Component {
        id: inbox

        Item {
            QueuePage {
                anchors.fill: parent
                anchors.topMargin: Desk.header
                headline: root.counter.headline
                tiles: root.counter.tiles
                filter: root.counter.filter
                rows: root.counter.rows
                selected: root.counter.selected
                preview: root.counter.preview
                onFilterChosen: lamp => root.counter.filter = lamp
                onRowSelected: id => root.counter.selected = id
                onRowOpened: id => root.counter.open(id)
                Component.onCompleted: focusList()
            }
            Rectangle {
                width: parent.width
                height: Desk.header
                color: Theme.scheme.surface

                DeskText {
                    x: 32
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.counter.hall + " · " + root.counter.windowName
                    font.pixelSize: Desk.h3
                    font.weight: Font.DemiBold
                    color: Theme.scheme.inkStrong
                }
                DeskText {
                    anchors.right: again.left
                    anchors.rightMargin: 20
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.counter.fault.length > 0 ? root.counter.fault : root.counter.staffName
                    color: root.counter.fault.length > 0 ? Theme.scheme.danger : Theme.scheme.inkStrong
                    font.weight: Font.DemiBold
                }
                DeskButton {
                    id: again

                    anchors.right: parent.right
                    anchors.rightMargin: 24
                    anchors.verticalCenter: parent.verticalCenter
                    iconName: "refresh"
                    text: qsTr("Refresh")
                    shortcut: "F5"
                    onPressed: root.counter.refresh()
                }
            }
            Shortcut {
                sequence: "F5"
                onActivated: root.counter.refresh()
            }
        }
    }
    Component {
        id: review

        CasePage {
            view: root.counter.view
            document: root.counter.document
            busy: root.counter.busy
            fault: root.counter.fault
            onBackRequested: root.counter.closeCase()
            onDocumentChosen: id => root.counter.showDocument(id)
            onApproved: opinion => root.counter.approve(opinion)
            onSupplementRequested: root.composing = true
            onRefusalRequested: root.refusing = true
        }
    }
    Loader {
        anchors.fill: parent
        active: root.composing

        sourceComponent: NoticeComposer {
            documents: root.counter.view?.documents ?? []
            applicant: root.counter.view?.applicant ?? ""
            dueText: root.counter.supplementDay()
            busy: root.counter.busy
            fault: root.counter.fault
            onCancelled: root.composing = false
            onSent: items => root.counter.supplement(items)
        }
    }
    Loader {
        anchors.fill: parent
        active: root.refusing

        sourceComponent: RefusalDialog {
            busy: root.counter.busy
            fault: root.counter.fault
            onCancelled: root.refusing = false
            onRefused: (reason, clause) => root.counter.refuse(reason, clause)
        }
    }
}
