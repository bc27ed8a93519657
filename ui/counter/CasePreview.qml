// CasePreview: what the clerk sees of a case before opening it.
// preview: {lamp, lampText, title, applicant, numberLine, milestones, checked: [text], attention: [text], message}
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Rectangle {
    id: root

    required property var preview

    signal openRequested()

    color: Theme.scheme.surface

    Rectangle {
        width: 1
        height: parent.height
        color: Theme.scheme.hair
    }
    DeskText {
        anchors.centerIn: parent
        visible: !root.preview
        text: qsTr("Choose a case on the left")
        color: Theme.scheme.inkMuted
    }
    Column {
        x: 32
        y: 26
        width: parent.width - 64
        spacing: 18
        visible: !!root.preview

        Rectangle {
            width: lamp.width + 28
            height: 42
            radius: 21
            color: root.preview?.lamp === "red" ? Theme.scheme.dangerSofter
                : root.preview?.lamp === "green" ? Theme.scheme.doneSofter : Theme.scheme.hereSofter

            DeadlineLamp {
                id: lamp

                anchors.centerIn: parent
                lamp: root.preview?.lamp ?? "green"
                text: root.preview?.lampText ?? ""
            }
        }
        DeskText {
            width: parent.width
            text: root.preview?.title ?? ""
            font.family: Theme.serif
            font.pixelSize: Desk.h1
            font.weight: Font.Bold
            color: Theme.scheme.inkStrong
        }
        DeskText {
            width: parent.width
            text: (root.preview?.applicant ?? "") + "\n" + (root.preview?.numberLine ?? "")
            font.pixelSize: Desk.label
            color: Theme.scheme.inkMuted
        }
        Rectangle {
            width: parent.width
            height: 124
            radius: 18
            color: Theme.scheme.page

            MilestoneStrip {
                anchors.fill: parent
                anchors.topMargin: 16
                milestones: root.preview?.milestones ?? []
            }
        }
        DeskText {
            visible: checks.count > 0
            text: qsTr("Already checked for you")
            font.pixelSize: Desk.h3
            font.weight: Font.DemiBold
            color: Theme.scheme.inkStrong
        }
        Column {
            width: parent.width
            spacing: 12

            Repeater {
                id: checks

                model: root.preview?.checked ?? []

                Row {
                    id: check

                    required property string modelData

                    spacing: 10
                    width: parent.width

                    Icon {
                        name: "circle-check"
                        size: 24
                        colour: Theme.scheme.done
                    }
                    DeskText {
                        width: check.width - 40
                        text: check.modelData
                    }
                }
            }
            Repeater {
                model: root.preview?.attention ?? []

                Rectangle {
                    id: eye

                    required property string modelData

                    width: parent.width
                    height: note.implicitHeight + 22
                    radius: Desk.radius
                    color: Theme.scheme.hereSofter

                    Icon {
                        x: 12
                        anchors.verticalCenter: parent.verticalCenter
                        name: "alert"
                        size: 22
                        colour: Theme.scheme.hereText
                    }
                    DeskText {
                        id: note

                        x: 46
                        width: parent.width - 60
                        anchors.verticalCenter: parent.verticalCenter
                        text: eye.modelData
                        font.weight: Font.DemiBold
                        color: Theme.scheme.hereText
                    }
                }
            }
        }
    }
    DeskButton {
        x: 32
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        width: parent.width - 64
        visible: !!root.preview
        weight: "primary"
        text: qsTr("Open the review")
        shortcut: "Enter"
        onPressed: root.openRequested()
    }
}
