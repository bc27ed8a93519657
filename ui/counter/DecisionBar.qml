// DecisionBar: the acts allowed now; an act that is not yet possible says why.
import QtQuick
import Tongban.Theme
import Tongban.Counter

Rectangle {
    id: root

    required property string approveText
    property string note: ""
    property string blocked: ""
    property bool bad: false
    property bool busy: false
    property bool canApprove: false
    property bool canSupplement: false
    property bool canRefuse: false

    signal approveRequested()
    signal supplementRequested()
    signal refuseRequested()

    height: 84
    color: Theme.scheme.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.scheme.hair
    }
    DeskButton {
        x: 24
        anchors.verticalCenter: parent.verticalCenter
        weight: "danger"
        iconName: "circle-x"
        text: qsTr("Refuse")
        visible: root.canRefuse
        available: !root.busy
        onPressed: root.refuseRequested()
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: 24
        anchors.verticalCenter: parent.verticalCenter
        spacing: 14

        DeskText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.busy ? qsTr("Sending …") : root.note.length > 0 ? root.note
                : qsTr("The applicant is told at once")
            color: root.bad ? Theme.scheme.danger : root.note.length > 0 ? Theme.scheme.hereText : Theme.scheme.inkMuted
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        DeskButton {
            weight: "gold"
            iconName: "file-text"
            text: qsTr("Tell once what is missing")
            shortcut: "B"
            visible: root.canSupplement
            available: !root.busy
            onPressed: root.supplementRequested()
        }
        DeskButton {
            weight: "primary"
            iconName: "check"
            text: root.approveText
            shortcut: "Ctrl Enter"
            available: root.canApprove && !root.busy
            reason: root.blocked
            onPressed: root.approveRequested()
        }
    }
}
