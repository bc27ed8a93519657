// TitleBlock: what this page asks, with a count above and a hint below; takes the focus when the page appears.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Item {
    id: root

    readonly property bool announces: true
    required property string title
    property string over: ""
    property int step: -1          // with `steps`: dots beside `over`
    property int steps: 0
    property string lead: ""
    property string tag: ""
    property string tagIcon: ""
    property real size: 58
    property bool centred: false
    property color ink: Theme.scheme.inkStrong
    property color leadInk: Theme.scheme.inkMuted

    PageFlow.pinned: true
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Heading
    Accessible.name: title
    Accessible.description: lead
    Accessible.focusable: true

    Column {
        id: column

        width: parent.width

        Row {
            visible: root.over.length > 0
            spacing: Theme.pt(20)
            bottomPadding: Theme.pt(4)

            Words {
                text: root.over
                size: 28
                strong: true
                color: Theme.scheme.inkMuted
            }
            Row {
                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: -Theme.pt(2)
                spacing: Theme.pt(10)
                visible: root.steps > 1 && root.steps <= 12

                Repeater {
                    model: root.steps

                    Rectangle {
                        required property int index

                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.pt(index === root.step ? 40 : 34)
                        height: Theme.pt(index === root.step ? 16 : 10)
                        radius: height / 2
                        color: index === root.step ? Theme.scheme.here : index < root.step ? Theme.scheme.primary : Theme.scheme.hair
                        border.width: index === root.step ? Theme.pt(3) : 0
                        border.color: Theme.scheme.inkStrong
                    }
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.pt(20)

            Words {
                width: root.tag.length > 0 ? Math.min(implicitWidth, parent.width) : parent.width
                horizontalAlignment: root.centred ? Text.AlignHCenter : Text.AlignLeft
                text: root.title
                size: root.size
                serif: true
                strong: true
                color: root.ink
                lineHeight: 0.92
                Accessible.ignored: true
            }
            Item {
                visible: root.tag.length > 0
                implicitWidth: chip.implicitWidth
                implicitHeight: Theme.grow(root.size * 1.3)

                Tag {
                    id: chip

                    anchors.verticalCenter: parent.verticalCenter
                    text: root.tag
                    iconName: root.tagIcon
                    kind: "infoOnPage"
                }
            }
        }
        Words {
            width: parent.width
            topPadding: Theme.pt(4)
            horizontalAlignment: root.centred ? Text.AlignHCenter : Text.AlignLeft
            visible: text.length > 0
            text: root.lead
            size: 34
            color: root.leadInk
            Accessible.ignored: true
        }
    }
}
