// RouteCard: the picture of the process with its heading, a live figure, a legend or the consequence of an answer.
// `shapes`, `edges`: see RouteMapItem.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Card {
    id: root

    required property string heading
    required property var shapes
    required property var edges
    property string live: ""         // measured, e.g. "last 30 days: 3.6 days on average"
    property string consequence: ""  // what the answer changes
    property bool legend: false
    property bool compact: false
    property real mapHeight: Theme.pt(compact ? 132 : branches ? (Theme.landscape ? 370 : 420) : 190) + (Theme.elder ? Theme.pt(60) : 0)
    readonly property bool branches: shapes.some(shape => Math.abs((shape.y + shape.h / 2) - (shapes[0].y + shapes[0].h / 2)) > 30)

    implicitHeight: head.height + mapHeight + Theme.pt(compact ? 40 : 50)

    Item {
        id: head

        x: Theme.cardPadding
        y: Theme.pt(20)
        width: parent.width - x * 2
        height: Math.max(title.implicitHeight, side.implicitHeight)

        Words {
            id: title

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width * 0.5)
            text: root.heading
            size: root.compact ? 28 : 36
            strong: true
            Accessible.role: Accessible.Heading
        }
        Row {
            id: side

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.pt(12)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.live.length > 0
                width: Theme.pt(28)
                height: width
                radius: width / 2
                color: Theme.scheme.doneSoft

                Rectangle {
                    anchors.centerIn: parent
                    width: Theme.pt(15)
                    height: width
                    radius: width / 2
                    color: Theme.scheme.doneFill
                }
            }
            Words {
                visible: root.live.length > 0
                width: Math.min(implicitWidth, head.width - title.width - Theme.pt(60))
                text: root.live
                size: 27
                font.weight: Font.Medium
                color: Theme.scheme.done
            }
            Tag {
                text: root.consequence
                iconName: "circle-plus"
                kind: "here"
                maximumWidth: head.width - title.width - Theme.pt(20)
            }
            Repeater {
                model: root.legend ? [[Theme.scheme.primary, Theme.scheme.primary, qsTr("done")], [Theme.scheme.here, Theme.scheme.inkStrong, qsTr("now here")],
                                      [Theme.scheme.surface, Theme.scheme.primary, qsTr("to come")]] : []

                Row {
                    id: mark

                    required property var modelData

                    spacing: Theme.pt(8)

                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.pt(24)
                        height: width
                        radius: width / 2
                        color: mark.modelData[0]
                        border.width: Theme.pt(5)
                        border.color: mark.modelData[1]
                    }
                    Words {
                        text: mark.modelData[2]
                        size: 25
                        color: Theme.scheme.inkMuted
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
    RouteMap {
        x: Theme.pt(24)
        y: head.y + head.height + Theme.pt(10)
        width: parent.width - x * 2
        height: parent.height - y - Theme.pt(10)
        shapes: root.shapes
        edges: root.edges
        dotted: root.compact
    }
}
