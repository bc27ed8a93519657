// LoginPage: who sits at this window. Never says which part was wrong, only how many tries are left.
// In: hall, windowName, dateLine, busy, fault. Out: signedIn(account, password, code).
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Rectangle {
    id: root

    required property string hall
    required property string windowName
    required property string dateLine
    property bool busy: false
    property string fault: ""

    signal signInRequested(string account, string password, string code)

    function submit() {
        root.signInRequested(account.text, password.text, code.text);
    }

    color: Theme.scheme.surface
    Component.onCompleted: account.focusInput()

    Item {
        id: picture

        width: Math.round(parent.width * 1120 / 1920)
        height: parent.height
        clip: true

        Landscape {
            anchors.fill: parent
            time: "dusk"
        }
        BrandMark {
            x: 72
            y: 66
            width: 64
            height: 64
        }
        DeskText {
            x: 154
            y: 64
            text: qsTr("Tongban")
            font.family: Theme.serif
            font.pixelSize: 34
            font.weight: Font.Bold
            color: Theme.scheme.dockInk
        }
        DeskText {
            x: 154
            y: 106
            text: qsTr("Counter workstation · %1").arg(root.hall)
            font.pixelSize: Desk.h3
            color: Theme.scheme.dockInk
        }
        DeskText {
            x: 72
            y: 214
            text: qsTr("One trip fewer for people\nis in your hands here.")
            font.family: Theme.serif
            font.pixelSize: 58
            font.weight: Font.Bold
            color: Theme.scheme.dockInk
        }
    }
    Column {
        x: picture.width + Math.round((root.width - picture.width - width) / 2)
        anchors.verticalCenter: parent.verticalCenter
        width: 560
        spacing: 22

        DeskText {
            text: root.dateLine
            color: Theme.scheme.inkMuted
        }
        DeskText {
            text: qsTr("Welcome, please sign in")
            font.family: Theme.serif
            font.pixelSize: 44
            font.weight: Font.Bold
            color: Theme.scheme.inkStrong
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        DeskField {
            id: account

            width: parent.width
            label: qsTr("Staff number")
            onAccepted: password.focusInput()
        }
        DeskField {
            id: password

            width: parent.width
            label: qsTr("Password")
            secret: true
            onAccepted: code.focusInput()
        }
        DeskField {
            id: code

            width: parent.width
            label: qsTr("Six digits from your token")
            error: root.fault
            onAccepted: root.submit()
        }
        DeskButton {
            width: parent.width
            height: 66
            weight: "primary"
            text: root.busy ? qsTr("Signing in …") : qsTr("Sign in and start")
            shortcut: "Enter"
            available: !root.busy
            onPressed: root.submit()
        }
        Row {
            spacing: 10

            Icon {
                name: "shield-check"
                size: 20
                colour: Theme.scheme.inkMuted
            }
            DeskText {
                text: qsTr("Locks by itself after 3 minutes. %1").arg(root.windowName)
                font.pixelSize: Desk.label
                color: Theme.scheme.inkMuted
            }
        }
    }
}
