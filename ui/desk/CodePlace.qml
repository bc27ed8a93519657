// CodePlace: a phone before the scanner's window: choose what it shows, touch it to put it away.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Tongban.Theme
import Tongban.Controls

MachinePlace {
    id: root

    readonly property bool held: desk.code.length > 0

    title: qsTr("Code scanner")
    iconName: "qr"
    machine: "CodeScanner"

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        gradient: Gradient {
            GradientStop { position: 0; color: Pigments.sky100 }
            GradientStop { position: 1; color: Pigments.silk50 }
        }

        // The window at the right and its beam.
        Rectangle {
            id: scanner

            anchors.right: parent.right
            anchors.rightMargin: Theme.pt(26)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.pt(120)
            height: parent.height - Theme.pt(48)
            radius: Theme.pt(22)
            color: Pigments.ink800

            Rectangle {
                anchors.centerIn: parent
                width: Theme.pt(72)
                height: parent.height - Theme.pt(44)
                radius: Theme.pt(14)
                color: Pigments.camera
                border.width: Theme.pt(4)
                border.color: root.report?.online ? Pigments.lampGreen : Pigments.cinnabar600
            }
        }
        Shape {
            visible: root.held && root.plugged
            anchors.fill: parent

            ShapePath {
                strokeColor: "transparent"
                fillColor: Theme.faint(Pigments.cinnabar300, 0.35)
                startX: scanner.x + Theme.pt(24)
                startY: scanner.y + scanner.height / 2
                PathLine { x: phone.x + phone.width; y: phone.y + Theme.pt(30) }
                PathLine { x: phone.x + phone.width; y: phone.y + phone.height - Theme.pt(30) }
            }
        }
        Pressable {
            id: phone

            x: root.held ? Theme.pt(150) : Theme.pt(36)
            anchors.verticalCenter: parent.verticalCenter
            spoken: root.held ? qsTr("Put the phone away") : qsTr("The phone shows nothing")
            width: Theme.pt(126)
            height: parent.height - Theme.pt(28)
            radius: Theme.pt(20)
            onPressed: root.desk.act("code away")

            Behavior on x { NumberAnimation { duration: Theme.pageTime; easing.type: Easing.OutCubic } }

            Rectangle {
                anchors.fill: parent
                radius: phone.radius
                color: Pigments.ink900
            }
            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.pt(8)
                radius: Theme.pt(14)
                color: root.held ? Pigments.white : Pigments.ink700

                Icon {
                    anchors.centerIn: parent
                    visible: root.held
                    name: "qr"
                    size: Theme.pt(92)
                    colour: Pigments.ink900
                }
            }
        }
    }
    foot: ChoiceRow {
        width: parent.width
        perPage: 3
        choices: root.desk.codes
        chosen: root.desk.code
        onPicked: id => root.desk.act(id === root.desk.code ? "code away" : "code " + id)
    }
}
