// PhonePreview: the notice as it will stand on the citizen's phone.
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Item {
    id: root

    required property string applicant
    required property var items
    required property string dueText

    Rectangle {
        anchors.fill: parent
        radius: 26
        color: Theme.scheme.sky
    }
    Rectangle {
        width: 30
        height: parent.height
        color: Theme.scheme.sky
    }
    DeskText {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 30
        text: qsTr("%1 will see").arg(root.applicant)
        font.weight: Font.DemiBold
        color: Theme.scheme.inkStrong
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 70
        width: 340
        height: parent.height - 110
        radius: 40
        color: Theme.scheme.inkStrong

        Rectangle {
            anchors.fill: parent
            anchors.margins: 12
            radius: 30
            color: Theme.scheme.page
            clip: true

            DeskText {
                x: 20
                y: 18
                text: qsTr("Tongban")
                font.family: Theme.serif
                font.weight: Font.Bold
                color: Theme.scheme.inkStrong
            }
            Column {
                x: 20
                y: 64
                width: parent.width - 40
                spacing: 14

                DeskText {
                    width: parent.width
                    text: qsTr("One step left: %n thing(s) to add", "", root.items.length)
                    font.family: Theme.serif
                    font.pixelSize: Desk.h2
                    font.weight: Font.Bold
                    color: Theme.scheme.inkStrong
                }
                Repeater {
                    model: root.items

                    Rectangle {
                        id: card

                        required property var modelData

                        width: parent.width
                        height: words.implicitHeight + 32
                        radius: 16
                        color: Theme.scheme.surface

                        Column {
                            id: words

                            x: 16
                            y: 16
                            width: parent.width - 32
                            spacing: 8

                            DeskText {
                                width: parent.width
                                text: card.modelData.name
                                font.weight: Font.Bold
                                color: Theme.scheme.inkStrong
                            }
                            DeskText {
                                width: parent.width
                                text: card.modelData.problem + "\n" + card.modelData.remedy
                                font.pixelSize: Desk.label
                            }
                        }
                    }
                }
                DeskText {
                    width: parent.width
                    text: qsTr("Hand it in by %1; you need not queue again.").arg(root.dueText)
                    font.pixelSize: Desk.small
                    color: Theme.scheme.inkMuted
                }
            }
        }
    }
}
