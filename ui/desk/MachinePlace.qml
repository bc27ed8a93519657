// MachinePlace: the frame of one machine: its name, how its driver says it is, its plug, the picture, and things to do with it.
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Desk

Card {
    id: root

    required property DeskModel desk
    required property string title
    required property string iconName
    required property string machine // the device class
    default property alias picture: scene.data
    property alias foot: below.data

    readonly property var report: desk.machines[machine]
    readonly property bool plugged: !desk.unplugged.includes(machine)
    readonly property var reasons: ({
        "gone": qsTr("unplugged"), "no-picture": qsTr("unplugged"), "no-answer": qsTr("no answer"), "paper-out": qsTr("no paper"),
        "paper-low": qsTr("paper low"), "cover-open": qsTr("cover open"), "paper-jam": qsTr("jammed"), "cutter-jam": qsTr("cutter jammed"),
        "toner-out": qsTr("no toner"), "self-test": qsTr("self-test failed"), "not-authorised": qsTr("not authorised")
    })
    readonly property string say: report === undefined ? qsTr("not on this machine")
        : report.detail.length > 0 ? (reasons[report.detail] ?? report.detail) : report.online ? qsTr("ready") : qsTr("not ready")

    radius: Theme.radius

    Icon {
        id: mark

        x: Theme.pt(18)
        y: Theme.pt(19)
        name: root.iconName
        size: Theme.pt(36)
    }
    Words {
        id: heading

        anchors.left: mark.right
        anchors.leftMargin: Theme.pt(10)
        anchors.verticalCenter: mark.verticalCenter
        text: root.title
        size: 26
        strong: true
        wrapMode: Text.NoWrap
    }
    Tag {
        anchors.right: plug.left
        anchors.rightMargin: Theme.pt(12)
        anchors.verticalCenter: mark.verticalCenter
        text: root.say
        kind: root.report?.online ? (root.report.detail.length > 0 ? "here" : "done") : "error"
        iconName: root.report?.online ? (root.report.detail.length > 0 ? "alert" : "check") : "x"
        maximumWidth: Theme.pt(240)
    }
    PlugSwitch {
        id: plug

        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(16)
        anchors.verticalCenter: mark.verticalCenter
        visible: root.report !== undefined
        plugged: root.plugged
        machineName: root.title
        onTurned: inside => root.desk.act((inside ? "plug " : "unplug ") + root.machine)
    }
    Item {
        id: scene

        x: Theme.pt(18)
        y: Theme.pt(76)
        width: parent.width - 2 * x
        height: below.y - y - Theme.pt(10)
        clip: true
        opacity: root.report === undefined ? 0.4 : 1
    }
    Item {
        id: below

        x: Theme.pt(18)
        y: parent.height - height - Theme.pt(16)
        width: parent.width - 2 * x
        height: Theme.pt(64)
        enabled: root.report !== undefined
    }
}
