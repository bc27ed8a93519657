// CardReaderPlace: the ID card plate: choose a person below to lay the card, touch the card to take it away.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

MachinePlace {
    id: root

    readonly property bool laid: desk.card.length > 0
    readonly property string person: desk.people.find(one => one.id === desk.card)?.title ?? ""
    readonly property var troubles: [
        { id: "none", title: qsTr("Reads well") }, { id: "bad-sum", title: qsTr("Bad line") },
        { id: "leave", title: qsTr("Lifts too early") }, { id: "silence", title: qsTr("Silent") },
        { id: "stall", title: qsTr("Stalls") }, { id: "self-test", title: qsTr("Self-test fails") }
    ]

    title: qsTr("ID card reader")
    iconName: "id-card"
    machine: "IdentityReader"

    Rectangle {
        id: plate

        readonly property color lamp: !root.report?.online ? Theme.scheme.dangerFill : Pigments.lampGreen

        width: parent.width
        height: parent.height - people.height - Theme.pt(10)
        radius: Theme.radius
        gradient: Gradient {
            GradientStop { position: 0; color: Pigments.ink800 }
            GradientStop { position: 1; color: Pigments.ink900 }
        }

        Rectangle {
            anchors.centerIn: parent
            width: Theme.pt(330)
            height: parent.height - Theme.pt(20)
            radius: Theme.pt(18)
            color: Pigments.seat
            border.width: Theme.pt(4)
            border.color: plate.lamp
        }
        Words {
            anchors.centerIn: parent
            visible: !root.laid
            text: qsTr("Nothing on the plate")
            size: 24
            color: Pigments.mist300
        }
        Pressable {
            anchors.horizontalCenter: parent.horizontalCenter
            y: root.laid ? (parent.height - height) / 2 : -height
            visible: root.laid
            spoken: qsTr("Take the card away")
            width: Theme.pt(318) * 0.8
            height: Theme.pt(200) * 0.8
            radius: Theme.pt(16)
            onPressed: root.desk.act("card away")

            Behavior on y { NumberAnimation { duration: Theme.pageTime; easing.type: Easing.OutCubic } }

            IdCardDrawing {
                scale: parent.width / 318
                transformOrigin: Item.TopLeft
            }
            Rectangle {
                x: Theme.pt(14)
                y: parent.height - height - Theme.pt(8)
                width: parent.width - 2 * x
                height: Theme.pt(44)
                color: Pigments.white
            }
            Words {
                x: Theme.pt(20)
                y: parent.height - height - Theme.pt(10)
                text: root.person
                size: 24
                strong: true
                color: Pigments.ink900
            }
        }
    }
    ChoiceRow {
        id: people

        y: plate.height + Theme.pt(10)
        width: parent.width
        choices: root.desk.people
        chosen: root.desk.card
        onPicked: id => root.desk.act(id === root.desk.card ? "card away" : "card " + id)
    }
    foot: ChoiceRow {
        width: parent.width
        perPage: 3
        choices: root.troubles
        chosen: root.desk.readerFault
        onPicked: id => root.desk.act("fault " + id)
    }
}
