// BestMatchCard: what we think is meant, with the page's primary button. `facts`: [{icon, text}].
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Card {
    id: root

    required property string title
    property string tag: ""
    property string summary: ""
    property var facts: []

    signal chosen()

    readonly property real artHeight: Theme.pt(Theme.elder || Theme.landscape ? 96 : 150)

    PageFlow.actsFrom: implicitHeight - Theme.primaryHeight - Theme.pt(40)
    implicitHeight: artHeight + body.implicitHeight + Theme.pt(52)

    Item {
        width: parent.width
        height: root.artHeight
        clip: true

        Landscape {
            x: root.border.width
            y: root.border.width
            width: parent.width - root.border.width * 2
            height: parent.height + Theme.radiusLarge
            radius: Theme.radiusLarge
            fade: Theme.pt(30)
            fadeTo: Theme.scheme.surface
            horizon: 0.8
            rise: Theme.pt(118)
            layers: 3
            seed: 8
            sun: Qt.point(0.34, 0.32)
            way: [[0.31, 0.78], [0.5, 0.62, 0], [0.66, 0.66], [0.8, 0.72, 0], [0.89, 0.62]]
        }
    }
    Rectangle {
        x: Theme.pt(32)
        y: Theme.pt(24)
        width: likely.width
        height: likely.height
        radius: Theme.radiusSmall
        color: Theme.highContrast ? Theme.scheme.page : Theme.faint(Pigments.white, 0.94)

        Tag {
            id: likely

            text: qsTr("Most like what you need")
            iconName: "sparkles"
            kind: "info"
            color: "transparent"
        }
    }
    Column {
        id: body

        x: Theme.cardPadding
        y: root.artHeight + Theme.pt(18)
        width: parent.width - x * 2
        spacing: Theme.pt(10)

        Flow {
            width: parent.width
            spacing: Theme.pt(18)

            Words {
                width: Math.min(implicitWidth, parent.width)
                text: root.title
                size: 48
                strong: true
                lineHeight: 0.9
                Accessible.role: Accessible.Heading
            }
            Item {
                visible: root.tag.length > 0
                implicitWidth: chip.implicitWidth
                implicitHeight: Theme.grow(62)

                Tag {
                    id: chip

                    anchors.verticalCenter: parent.verticalCenter
                    text: root.tag
                    kind: "info"
                    maximumWidth: body.width
                }
            }
        }
        Words {
            width: parent.width
            visible: text.length > 0
            text: root.summary
        }
        Flow {
            width: parent.width
            spacing: Theme.pt(44)

            Repeater {
                model: root.facts

                Row {
                    id: fact

                    required property var modelData

                    spacing: Theme.pt(10)

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: fact.modelData.icon
                        size: Theme.grow(36)
                        colour: Theme.scheme.done
                        strokeWidth: 2
                    }
                    Words {
                        text: fact.modelData.text
                        strong: true
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
        Item {
            width: 1
            height: Theme.pt(4)
        }
        PrimaryButton {
            width: parent.width
            text: qsTr("See how it is done")
            onPressed: root.chosen()
        }
    }
}
