// SlotPlace: the slot for smart cards: a social security card of one of the people, or a bank card by mistake.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

MachinePlace {
    id: root

    readonly property bool inside: desk.socialCard.length > 0
    readonly property var cards: desk.people.filter(one => one.kind === "resident").concat([{ id: "bank", title: qsTr("Bank card") }])

    title: qsTr("Smart card slot")
    iconName: "heart-hand"
    machine: "ContactCard"

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        gradient: Gradient {
            GradientStop { position: 0; color: Pigments.ink100 }
            GradientStop { position: 1; color: Pigments.ink200 }
        }

        // The card sticks out of the slot; without one there is only the slot.
        Pressable {
            id: card

            anchors.horizontalCenter: parent.horizontalCenter
            y: slot.y + slot.height / 2
            visible: root.inside
            spoken: qsTr("Pull the card out")
            width: Theme.pt(270)
            height: Theme.pt(170)
            radius: Theme.pt(16)
            onPressed: root.desk.act("social away")

            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                gradient: Gradient {
                    GradientStop { position: 0; color: root.desk.socialCard === "bank" ? Pigments.azurite800 : Pigments.malachite200 }
                    GradientStop { position: 1; color: root.desk.socialCard === "bank" ? Pigments.azurite600 : Pigments.malachite100 }
                }
                border.width: Theme.pt(2)
                border.color: root.desk.socialCard === "bank" ? Pigments.azurite900 : Pigments.malachite600
            }
            // The contacts.
            Rectangle {
                x: Theme.pt(26)
                y: Theme.pt(34)
                width: Theme.pt(50)
                height: Theme.pt(42)
                radius: Theme.pt(8)
                color: Pigments.gold200
                border.width: Theme.pt(2)
                border.color: Pigments.gold600

                Rectangle {
                    anchors.centerIn: parent
                    width: Theme.pt(18)
                    height: parent.height
                    color: "transparent"
                    border.width: Theme.pt(2)
                    border.color: Pigments.gold600
                }
            }
            Words {
                x: Theme.pt(26)
                y: Theme.pt(96)
                width: parent.width - 2 * x
                text: root.cards.find(one => one.id === root.desk.socialCard)?.title ?? ""
                size: 28
                strong: true
                color: root.desk.socialCard === "bank" ? Pigments.white : Pigments.ink900
            }
        }
        Rectangle {
            id: slot

            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.pt(34)
            width: Theme.pt(340)
            height: Theme.pt(44)
            radius: Theme.pt(14)
            color: Pigments.ink800

            Rectangle {
                anchors.centerIn: parent
                width: parent.width - Theme.pt(48)
                height: Theme.pt(10)
                radius: Theme.pt(5)
                color: root.report?.online ? Pigments.lampGreen : Pigments.cinnabar600
            }
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            y: slot.y + slot.height + Theme.pt(44)
            visible: !root.inside
            text: qsTr("The slot is empty")
            size: 24
            color: Pigments.ink800
        }
    }
    foot: ChoiceRow {
        width: parent.width
        choices: root.cards
        chosen: root.desk.socialCard
        onPicked: id => root.desk.act(id === root.desk.socialCard ? "social away" : "social " + id)
    }
}
