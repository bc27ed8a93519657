// PagesPlace: the page printer: its tray fills with what was printed; its troubles are chosen below.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

MachinePlace {
    id: root

    readonly property var troubles: [
        { id: "none", title: qsTr("Prints well") }, { id: "media-empty", title: qsTr("Tray empty") },
        { id: "media-jam", title: qsTr("Paper jam") }, { id: "door-open", title: qsTr("Door open") },
        { id: "toner-low", title: qsTr("Toner low") }, { id: "toner-empty", title: qsTr("Toner out") }
    ]

    title: qsTr("Page printer")
    iconName: "printer"
    machine: "DocumentPrinter"

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        gradient: Gradient {
            GradientStop { position: 0; color: Pigments.sky100 }
            GradientStop { position: 1; color: Pigments.malachite50 }
        }

        // The pages in the tray, each a little higher than the last.
        Repeater {
            model: Math.min(root.desk.pages, 5)

            Rectangle {
                required property int index

                x: body.x + Theme.pt(70) + index * Theme.pt(3)
                y: body.y - Theme.pt(70) - index * Theme.pt(5)
                width: body.width - Theme.pt(140)
                height: Theme.pt(110)
                color: Pigments.white
                border.width: Theme.pt(1)
                border.color: Pigments.ink300
            }
        }
        Rectangle {
            id: body

            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height * 0.46
            width: Theme.pt(380)
            height: parent.height * 0.4
            radius: Theme.pt(18)
            color: Pigments.ink700

            Rectangle {
                y: Theme.pt(16)
                anchors.horizontalCenter: parent.horizontalCenter
                width: parent.width - Theme.pt(90)
                height: Theme.pt(10)
                radius: Theme.pt(5)
                color: Pigments.ink900
            }
            Rectangle {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.pt(14)
                anchors.horizontalCenter: parent.horizontalCenter
                width: parent.width - Theme.pt(60)
                height: Theme.pt(34)
                radius: Theme.pt(8)
                color: Pigments.ink800
            }
            Rectangle {
                x: parent.width - Theme.pt(36)
                y: Theme.pt(12)
                width: Theme.pt(16)
                height: width
                radius: width / 2
                color: root.report?.online ? Pigments.lampGreen : Pigments.cinnabar600
            }
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.pt(14)
            text: root.desk.pages === 0 ? qsTr("Nothing printed yet") : qsTr("%1 documents printed").arg(root.desk.pages)
            size: 24
            color: Pigments.ink800
        }
    }
    foot: ChoiceRow {
        width: parent.width
        perPage: 3
        choices: root.troubles
        chosen: root.desk.pagesTrouble
        onPicked: id => root.desk.act("pages " + id)
    }
}
