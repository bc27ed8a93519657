// InputField: one asked value. It shows text, composition and a caret; typing comes from the keyboard of the page.
// States: "", "ok", "error"; `message` stands under the field.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Item {
    id: root

    required property string label
    property string spokenLabel: label
    property string hint: ""
    property string value: ""
    property string composition: ""
    property string placeholder: ""
    property bool active: false
    property string fieldState: ""
    property string message: ""
    property bool digits: false
    property int missing: 0        // so many characters are still to come
    property bool masked: false
    property bool tight: false     // no room below: the message takes the place of the hint

    signal activated()
    signal cleared()

    // Where the box begins; the words above it are not pressed.
    readonly property real boxTop: box.y
    readonly property bool faulty: fieldState === "error"

    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: Theme.pt(14)

        Flow {
            width: parent.width
            spacing: Theme.pt(14)
            visible: root.label.length > 0 || (root.tight && root.message.length > 0)

            Words {
                width: Math.min(implicitWidth, parent.width)
                text: root.label
                size: 32
                strong: true
            }
            Words {
                width: Math.min(implicitWidth, parent.width)
                topPadding: Theme.pt(4)
                visible: text.length > 0
                text: root.tight && root.message.length > 0 ? root.message : root.hint
                size: 28
                color: !root.tight || root.message.length === 0 ? Theme.scheme.inkMuted : root.faulty ? Theme.scheme.danger : Theme.scheme.done
            }
        }
        Rectangle {
            id: box

            width: parent.width
            height: Theme.grow(124)
            radius: Theme.radiusLarge
            color: Theme.scheme.surface
            border.width: root.active || root.faulty ? Theme.pt(5) : Theme.stroke
            border.color: root.faulty ? Theme.scheme.dangerFill : root.active ? Theme.scheme.primary : Theme.scheme.edge

            Rectangle {
                anchors.fill: parent
                anchors.margins: -Theme.pt(8)
                visible: root.active && !root.faulty
                z: -1
                radius: box.radius + Theme.pt(8)
                color: Theme.scheme.here
            }
            Pressable {
                anchors.fill: parent
                anchors.rightMargin: clear.visible ? clear.width + Theme.pt(42) : 0
                radius: box.radius
                role: Accessible.EditableText
                debounce: 0
                spoken: root.spokenLabel
                spokenMore: `${root.masked ? "" : root.value} ${root.hint} ${root.message}`.trim()
                onPressed: root.activated()
            }
            Row {
                x: Theme.pt(36)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.pt(6)

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: root.value.length > 0 || (root.composition.length === 0 && !root.active)
                    text: root.value.length > 0 ? root.value : root.placeholder
                    width: Math.min(implicitWidth, box.width - Theme.pt(190))
                    size: text.length > (root.digits ? 26 : 15) ? 34 : 46
                    digits: root.digits
                    strong: root.value.length > 0
                    color: root.value.length > 0 ? Theme.scheme.inkStrong : Theme.scheme.inkMuted
                    maximumLineCount: 2
                    lineHeight: lineCount > 1 ? 0.82 : 1
                    Accessible.ignored: true
                }
                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: root.composition.length > 0

                    Words {
                        text: root.composition
                        size: 46
                        color: Theme.scheme.inkMuted
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                    Rectangle {
                        width: parent.width
                        height: Theme.pt(4)
                        color: Theme.scheme.here
                    }
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: root.active
                    width: Theme.pt(5)
                    height: Theme.grow(64)
                    radius: width / 2
                    color: root.faulty ? Theme.scheme.dangerFill : Theme.scheme.primary
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: root.faulty && root.missing > 0
                    text: "_".repeat(Math.min(root.missing, 12))
                    size: 46
                    digits: true
                    strong: true
                    color: Theme.scheme.danger
                    Accessible.ignored: true
                }
            }
            Pressable {
                id: clear

                visible: root.value.length + root.composition.length > 0
                anchors.right: parent.right
                anchors.rightMargin: Theme.pt(24)
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.grow(76)
                height: width
                radius: width / 2
                spoken: qsTr("Clear %1").arg(root.spokenLabel)
                onPressed: root.cleared()

                Rectangle {
                    anchors.fill: parent
                    radius: width / 2
                    color: clear.down ? Theme.scheme.primarySoft : Theme.scheme.sunken
                }
                Icon {
                    anchors.centerIn: parent
                    name: "x"
                    size: Theme.grow(34)
                    strokeWidth: 2.6
                    colour: Theme.scheme.ink
                }
            }
        }
        Row {
            visible: root.message.length > 0 && !root.tight
            width: parent.width
            spacing: Theme.pt(14)

            Icon {
                y: Theme.pt(4)
                name: root.faulty ? "alert" : "circle-check"
                size: Theme.grow(36)
                colour: root.faulty ? Theme.scheme.danger : Theme.scheme.done
                strokeWidth: 2.2
            }
            Words {
                width: parent.width - Theme.grow(36) - Theme.pt(14)
                text: root.message
                strong: root.faulty
                color: root.faulty ? Theme.scheme.danger : Theme.scheme.done
            }
        }
    }
}
