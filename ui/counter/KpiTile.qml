// KpiTile: how many cases are in one state of time; pressing it filters the list.
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Pressable {
    id: root

    required property string lamp
    required property int count
    required property string label
    property string note: ""

    spoken: label + " " + count
    spokenMore: note
    checkable: true
    radius: 18
    implicitHeight: 88

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: Theme.scheme.surface
        border.width: root.checked ? 2.5 : 0
        border.color: root.lamp === "red" ? Theme.scheme.danger : Theme.scheme.primary
    }
    Row {
        x: 22
        anchors.verticalCenter: parent.verticalCenter
        spacing: 12

        DeadlineLamp {
            anchors.verticalCenter: parent.verticalCenter
            lamp: root.lamp
            text: ""
            scale: 1.5
        }
        DeskText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.count
            font.family: Theme.digits
            font.pixelSize: 38
            font.weight: Font.Bold
            color: Theme.scheme.inkStrong
        }
        DeskText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.label
            font.pixelSize: Desk.h3
            font.weight: Font.DemiBold
            color: Theme.scheme.inkStrong
        }
    }
    DeskText {
        anchors.right: parent.right
        anchors.rightMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        text: root.note
        font.pixelSize: Desk.small
        color: Theme.scheme.inkMuted
    }
}
