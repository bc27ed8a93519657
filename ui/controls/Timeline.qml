// Timeline: dated steps. `steps`: [{state: "done"|"here"|"todo"|"late", date, title, note}].
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Column {
    id: root

    required property var steps

    Repeater {
        model: root.steps

        Item {
            id: step

            required property var modelData
            required property int index
            readonly property bool done: modelData.state === "done"
            readonly property bool here: modelData.state === "here"
            readonly property bool late: modelData.state === "late"
            readonly property bool last: index + 1 === root.steps.length

            width: root.width
            height: Math.max(Theme.grow(last ? 72 : 84), words.implicitHeight + Theme.pt(14))
            Accessible.role: Accessible.ListItem
            Accessible.name: [modelData.date, modelData.title, modelData.note ?? "",
                done ? qsTr("done") : here ? qsTr("now here") : late ? qsTr("late") : qsTr("to come")].filter(part => part.length > 0).join(", ")

            Rectangle {
                visible: !step.last
                x: Theme.pt(19)
                y: Theme.grow(36)
                width: Theme.pt(8)
                height: step.height - Theme.pt(8)
                radius: width / 2
                color: step.done ? Theme.scheme.primary : Theme.scheme.hair
            }
            Rectangle {
                visible: step.here
                x: Theme.pt(23) - width / 2
                y: Theme.grow(26) - height / 2
                width: Theme.pt(56)
                height: width
                radius: width / 2
                color: Theme.scheme.hereSoft
            }
            Rectangle {
                x: Theme.pt(23) - width / 2
                y: Theme.grow(26) - height / 2
                width: Theme.pt(40)
                height: width
                radius: width / 2
                color: step.done ? Theme.scheme.primary : step.here ? Theme.scheme.here : Theme.scheme.surface
                border.width: Theme.pt(5)
                border.color: step.done ? Theme.scheme.primary : step.here ? Theme.scheme.inkStrong
                    : step.late ? Theme.scheme.dangerFill : Theme.scheme.edge

                Icon {
                    anchors.centerIn: parent
                    visible: step.done
                    name: "check"
                    size: Theme.pt(26)
                    strokeWidth: 3.6
                    colour: Theme.scheme.primaryInk
                }
            }
            Words {
                id: date

                x: Theme.pt(66)
                y: Theme.pt(4)
                width: Theme.elder ? root.width - x : Theme.pt(240)
                text: step.modelData.date
                size: 29
                Accessible.ignored: true
            }
            Column {
                id: words

                x: Theme.pt(Theme.elder ? 66 : 316)
                width: root.width - x
                topPadding: Theme.elder ? date.height : 0

                Words {
                    width: parent.width
                    text: step.modelData.title
                    size: 34
                    strong: true
                    lineHeight: lineCount > 1 ? 0.88 : 1
                    color: step.late ? Theme.scheme.danger : Theme.scheme.inkStrong
                    Accessible.ignored: true
                }
                Words {
                    width: parent.width
                    visible: text.length > 0
                    text: step.modelData.note ?? ""
                    size: 27
                    color: Theme.scheme.inkMuted
                    lineHeight: lineCount > 1 ? 0.88 : 1
                    Accessible.ignored: true
                }
            }
        }
    }
}
