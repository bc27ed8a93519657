// MilestoneStrip: a case's steps as one line: done, here, to come, with a caption under each.
// milestones: {name, state: "done"|"here"|"todo"|"skipped", caption}
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Item {
    id: root

    required property var milestones
    readonly property real pitch: milestones.length > 0 ? width / milestones.length : width

    implicitHeight: 96
    Accessible.role: Accessible.StaticText
    Accessible.name: milestones.map(step => step.name + " " + step.caption).join(", ")

    Repeater {
        model: root.milestones

        Item {
            id: step

            required property var modelData
            required property int index
            readonly property bool done: modelData.state === "done"
            readonly property bool here: modelData.state === "here"

            x: index * root.pitch
            width: root.pitch
            height: root.height

            Rectangle {
                visible: step.index + 1 < root.milestones.length
                x: step.width / 2
                y: 18
                width: step.width
                height: 4
                color: step.done ? Theme.scheme.primary : Theme.scheme.hair
            }
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                y: step.here ? 6 : 10
                width: step.here ? 28 : 20
                height: width
                radius: width / 2
                color: step.here ? Theme.scheme.here : step.done ? Theme.scheme.primary : Theme.scheme.surface
                border.width: 3
                border.color: step.here ? Theme.scheme.inkStrong
                    : step.done ? Theme.scheme.primary : Theme.scheme.edge

                Icon {
                    anchors.centerIn: parent
                    visible: step.done
                    name: "check"
                    size: 12
                    strokeWidth: 3.4
                    colour: Theme.scheme.primaryInk
                }
            }
            DeskText {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 40
                text: step.modelData.name
                font.pixelSize: Desk.label
                font.weight: Font.Bold
                color: Theme.scheme.inkStrong
                wrapMode: Text.NoWrap
            }
            DeskText {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 62
                text: step.modelData.caption
                font.pixelSize: Desk.small
                color: Theme.scheme.inkMuted
                wrapMode: Text.NoWrap
            }
        }
    }
}
