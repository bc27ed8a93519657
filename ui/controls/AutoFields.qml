// AutoFields: values we already know, each with its source. `fields`: [{id, label, value, source, correctable}].
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Card {
    id: root

    required property var fields

    signal correctionAsked(string id)

    // The first correctable row is where this block starts to act.
    readonly property int firstAct: fields.findIndex(field => field.correctable === true)

    PageFlow.actsFrom: Math.max(0, firstAct) * rows.implicitHeight / Math.max(1, fields.length)
    implicitHeight: rows.implicitHeight + Theme.pt(12)

    Column {
        id: rows

        x: Theme.pt(32)
        y: Theme.pt(6)
        width: parent.width - x * 2

        Repeater {
            model: root.fields

            Item {
                id: field

                required property var modelData
                required property int index
                readonly property bool stacked: Theme.elder

                width: rows.width
                height: stacked ? label.height + value.height + side.height + Theme.pt(30)
                                : Math.max(Theme.pt(96), value.implicitHeight + Theme.pt(24), side.implicitHeight + Theme.pt(20))
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.label + " " + modelData.value

                Rectangle {
                    visible: field.index > 0
                    width: parent.width
                    height: Theme.pt(2)
                    color: Theme.scheme.hair
                }
                Words {
                    id: label

                    y: field.stacked ? Theme.pt(10) : (parent.height - height) / 2
                    width: field.stacked ? parent.width : Theme.pt(190)
                    text: field.modelData.label
                    size: 28
                    color: Theme.scheme.inkMuted
                    lineHeight: lineCount > 1 ? 0.88 : 1
                    Accessible.ignored: true
                }
                Words {
                    id: value

                    x: field.stacked ? 0 : Theme.pt(200)
                    y: field.stacked ? label.y + label.height : (parent.height - height) / 2
                    width: field.stacked ? parent.width : side.x - x - Theme.pt(16)
                    text: field.modelData.value
                    size: text.length > 12 ? 32 : 36
                    strong: true
                    lineHeight: lineCount > 1 ? 0.88 : 1
                    Accessible.ignored: true
                }
                Row {
                    id: side

                    x: field.stacked ? 0 : parent.width - width
                    y: field.stacked ? value.y + value.height + Theme.pt(4) : (parent.height - height) / 2
                    spacing: Theme.pt(14)

                    Tag {
                        anchors.verticalCenter: parent.verticalCenter
                        text: field.modelData.source ?? ""
                        iconName: "badge-check"
                        kind: "done"
                        maximumWidth: Theme.pt(330)
                    }
                    MiniButton {
                        visible: field.modelData.correctable === true
                        text: qsTr("Not right?")
                        spoken: qsTr("Not right? %1").arg(field.modelData.label)
                        onPressed: root.correctionAsked(field.modelData.id)
                    }
                }
            }
        }
    }
}
