// SummarySection: one block of answers to check. `rows`: [{label, value, note, digits}]; `editable` shows "change".
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Card {
    id: root

    required property string title
    required property var rows
    property string iconName: "file-text"
    property bool editable: true
    property string tag: ""

    signal editPressed()

    implicitHeight: head.height + list.implicitHeight + Theme.pt(34)

    Item {
        id: head

        x: Theme.cardPadding
        y: Theme.pt(16)
        width: parent.width - x * 2
        height: Math.max(Theme.grow(68), edit.visible ? edit.height : 0)

        Icon {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            size: Theme.grow(38)
            strokeWidth: 2
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            x: mark.width + Theme.pt(16)
            width: (edit.visible ? edit.x : chip.x) - x - Theme.pt(10)
            text: root.title
            size: 34
            strong: true
            Accessible.role: Accessible.Heading
        }
        MiniButton {
            id: edit

            visible: root.editable
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.grow(66)
            iconSize: Theme.grow(30)
            text: qsTr("Change")
            spoken: qsTr("Change %1").arg(root.title)
            iconName: "pencil"
            onPressed: root.editPressed()
        }
        Tag {
            id: chip

            x: parent.width - (visible ? width : 0)
            visible: !root.editable && text.length > 0
            anchors.verticalCenter: parent.verticalCenter
            text: root.tag
            iconName: "badge-check"
            kind: "done"
        }
    }
    Column {
        id: list

        x: Theme.cardPadding
        y: head.y + head.height
        width: parent.width - x * 2

        Repeater {
            model: root.rows

            Item {
                id: row

                required property var modelData

                width: list.width
                height: Math.max(label.implicitHeight, value.implicitHeight) + Theme.pt(8)
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.label + " " + modelData.value + " " + (modelData.note ?? "")

                Words {
                    id: label

                    y: Theme.pt(4)
                    width: Theme.grow(182)
                    text: row.modelData.label
                    size: 28
                    color: Theme.scheme.inkMuted
                    lineHeight: lineCount > 1 ? 0.88 : 1
                    Accessible.ignored: true
                }
                Flow {
                    id: value

                    x: Theme.grow(190)
                    width: row.width - x
                    spacing: Theme.pt(18)

                    Words {
                        width: Math.min(implicitWidth, value.width)
                        text: row.modelData.value
                        size: 32
                        digits: row.modelData.digits === true
                        font.weight: Font.Medium
                        color: Theme.scheme.inkStrong
                        Accessible.ignored: true
                    }
                    Words {
                        width: Math.min(implicitWidth, value.width)
                        topPadding: Theme.pt(6)
                        visible: text.length > 0
                        text: row.modelData.note ?? ""
                        size: 26
                        color: Theme.scheme.inkMuted
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
