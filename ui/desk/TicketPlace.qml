// TicketPlace: the receipt printer: the ticket that hangs there can be torn off; its troubles are chosen below.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Desk

MachinePlace {
    id: root

    readonly property var troubles: [
        { id: "none", title: qsTr("Prints well") }, { id: "paper-low", title: qsTr("Paper low") },
        { id: "paper-out", title: qsTr("Paper out") }, { id: "cover-open", title: qsTr("Cover open") },
        { id: "cutter-jam", title: qsTr("Cutter jams") }, { id: "silent", title: qsTr("Silent") }
    ]

    title: qsTr("Receipt printer")
    iconName: "receipt"
    machine: "ReceiptPrinter"

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        gradient: Gradient {
            GradientStop { position: 0; color: Pigments.silk100 }
            GradientStop { position: 1; color: Pigments.silk50 }
        }

        Pressable {
            anchors.horizontalCenter: parent.horizontalCenter
            y: mouth.y + mouth.height / 2
            visible: root.desk.tickets > 0
            spoken: qsTr("Tear the ticket off")
            width: Theme.pt(250)
            height: parent.height - y - Theme.pt(8)
            radius: 0
            onPressed: root.desk.act("printer tear")

            Rectangle {
                anchors.fill: parent
                color: Pigments.white
                border.width: Theme.pt(1)
                border.color: Pigments.ink200
            }
            PictureItem {
                anchors.fill: parent
                anchors.topMargin: Theme.pt(14)
                picture: root.desk.ticket
            }
        }
        Rectangle {
            id: mouth

            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.pt(14)
            width: Theme.pt(360)
            height: Theme.pt(52)
            radius: Theme.pt(16)
            color: Pigments.ink800

            Rectangle {
                anchors.centerIn: parent
                width: Theme.pt(276)
                height: Theme.pt(10)
                radius: Theme.pt(5)
                color: Pigments.ink900
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                x: parent.width - Theme.pt(32)
                width: Theme.pt(14)
                height: width
                radius: width / 2
                color: root.report?.online ? Pigments.lampGreen : Pigments.cinnabar600
            }
        }
        Words {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: Theme.pt(24)
            visible: root.desk.tickets === 0
            text: qsTr("No ticket hangs here")
            size: 24
            color: Pigments.ink800
        }
        Tag {
            visible: root.desk.tickets > 1
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.pt(12)
            text: qsTr("%1 tickets").arg(root.desk.tickets)
            kind: "here"
        }
    }
    foot: ChoiceRow {
        width: parent.width
        choices: root.troubles
        perPage: 3
        chosen: root.desk.printerTrouble
        onPicked: id => root.desk.act("printer " + id)
    }
}
