// IdleOverlay: are you still there? The page under it is hidden.
// Properties: seconds, total, extensionsLeft, saved (entries can be taken up again). Signals: continued(), extended(), endPressed().
import QtQuick
import QtQuick.Layouts
import Tongban.Theme
import Tongban.Controls

Overlay {
    id: root

    required property int seconds
    property int total: 30
    property int extensionsLeft: 12
    property bool saved: true

    signal continued()
    signal extended()
    signal endPressed()

    title: qsTr("Are you still there?")
    deep: true
    spacing: Theme.pt(20)

    CountdownRing {
        anchors.horizontalCenter: parent.horizontalCenter
        size: Theme.pt(Theme.landscape || Theme.elder ? 200 : 300)
        seconds: root.seconds
        total: root.total
    }
    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: root.title
        size: Theme.elder ? 60 : Theme.landscape ? 58 : 76
        serif: true
        strong: true
        lineHeight: 0.92
        Accessible.role: Accessible.Heading
    }
    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("The screen is covered to protect your data.")
        size: Theme.elder ? 30 : 34
    }
    Rectangle {
        width: parent.width
        height: keep.implicitHeight + Theme.pt(32)
        radius: Theme.radiusLarge
        color: Theme.scheme.page
        border.width: Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.scheme.edge
        visible: !Theme.elder && !Theme.landscape

        Column {
            id: keep

            x: Theme.pt(32)
            y: Theme.pt(16)
            width: parent.width - x * 2
            spacing: Theme.pt(16)

            IconLine {
                width: parent.width
                iconName: "lock"
                title: qsTr("Without a touch it ends in %1 seconds").arg(root.seconds)
                note: qsTr("Everything on this machine is then erased")
            }
            IconLine {
                width: parent.width
                visible: root.saved
                iconName: "save"
                title: qsTr("What you filled in is not lost")
                note: qsTr("With your ID card you go on within 24 hours")
            }
        }
    }
    PrimaryButton {
        width: parent.width
        implicitHeight: Theme.pt(136)
        size: Theme.elder ? 36 : 44
        text: qsTr("I am here, go on")
        onPressed: root.continued()
    }
    RowLayout {
        width: parent.width
        spacing: Theme.gutter

        SecondaryButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 100
            text: qsTr("5 more minutes")
            iconName: Theme.elder ? "" : "clock"
            available: root.extensionsLeft > 0
            reason: qsTr("All extensions are used")
            onPressed: root.extended()
        }
        SecondaryButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 100
            text: qsTr("Leave now")
            iconName: Theme.elder ? "" : "exit"
            onPressed: root.endPressed()
        }
    }
}
