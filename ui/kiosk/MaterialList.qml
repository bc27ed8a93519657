// MaterialList: what is asked for and what is not, each with its why.
// `exempt`: [string]; `wanted`: [{id, title, hint, why}]. Signals: sampleAsked(id), whyAsked(id).
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Card {
    id: root

    required property string heading
    required property var exempt
    required property var wanted
    property string exemptSource: ""

    signal sampleAsked(string id)
    signal whyAsked(string id)

    PageFlow.actsFrom: head.implicitHeight + Theme.pt(26 + 10) + Theme.pt(30)
    implicitHeight: column.implicitHeight + Theme.pt(44)

    Column {
        id: column

        x: Theme.cardPadding
        y: Theme.pt(26)
        width: parent.width - x * 2

        Item {
            width: parent.width
            height: Math.max(head.implicitHeight, source.implicitHeight)

            Words {
                id: head

                width: parent.width - source.width - Theme.pt(20)
                text: root.heading
                size: 38
                strong: true
                lineHeight: lineCount > 1 ? 0.88 : 1
                Accessible.role: Accessible.Heading
            }
            Tag {
                id: source

                x: parent.width - (visible ? width : 0)
                anchors.verticalCenter: parent.verticalCenter
                text: root.exemptSource
                iconName: "badge-check"
                kind: "done"
                maximumWidth: Theme.pt(360)
            }
        }
        Flow {
            width: parent.width
            topPadding: Theme.pt(16)
            spacing: Theme.pt(16)
            visible: root.exempt.length > 0

            Repeater {
                model: root.exempt

                Rectangle {
                    id: chip

                    required property string modelData

                    width: chipRow.implicitWidth + Theme.pt(36)
                    height: Theme.grow(60)
                    radius: Theme.pt(16)
                    color: Theme.scheme.doneSofter
                    Accessible.role: Accessible.ListItem
                    Accessible.name: qsTr("%1, not needed from you").arg(modelData)

                    Row {
                        id: chipRow

                        anchors.centerIn: parent
                        spacing: Theme.pt(10)

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            name: "check"
                            size: Theme.grow(28)
                            strokeWidth: 3
                            colour: Theme.scheme.done
                        }
                        Words {
                            text: chip.modelData
                            size: 27
                            strong: true
                            color: Theme.scheme.done
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Item {
            width: 1
            height: Theme.pt(10)
        }
        Repeater {
            model: root.wanted

            Item {
                id: row

                required property var modelData
                required property int index

                width: column.width
                height: Math.max(Theme.pt(122), words.implicitHeight + Theme.pt(24))

                Rectangle {
                    visible: row.index > 0
                    width: parent.width
                    height: Theme.pt(2)
                    color: Theme.scheme.hair
                }
                IconBox {
                    id: box

                    anchors.verticalCenter: parent.verticalCenter
                    name: row.modelData.icon ?? "file-text"
                    tint: "here"
                    size: Theme.pt(84)
                }
                Column {
                    id: words

                    anchors.left: box.right
                    anchors.leftMargin: Theme.pt(24)
                    anchors.right: buttons.left
                    anchors.rightMargin: Theme.pt(14)
                    anchors.verticalCenter: parent.verticalCenter

                    Words {
                        width: parent.width
                        text: row.modelData.title
                        size: 34
                        strong: true
                        lineHeight: lineCount > 1 ? 0.88 : 1
                    }
                    Words {
                        width: parent.width
                        visible: text.length > 0
                        text: row.modelData.hint ?? ""
                        size: 26
                        color: Theme.scheme.inkMuted
                        lineHeight: lineCount > 1 ? 0.9 : 1
                    }
                }
                Row {
                    id: buttons

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.gap

                    MiniButton {
                        visible: (row.modelData.why ?? "").length > 0
                        text: qsTr("Why?")
                        spoken: qsTr("Why is %1 asked for?").arg(row.modelData.title)
                        onPressed: root.whyAsked(row.modelData.id)
                    }
                    MiniButton {
                        visible: row.modelData.sample === true
                        text: qsTr("Sample")
                        spoken: qsTr("Show a sample of %1").arg(row.modelData.title)
                        onPressed: root.sampleAsked(row.modelData.id)
                    }
                }
            }
        }
    }
}
