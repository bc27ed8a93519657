// ScanView: the document camera: live checks, the page, what has been taken.
// `checks`: [{text, ok}]; `thumbs`: [{label, source, state: "done"|"now"|"todo"}]; `source`: the camera picture.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    property var checks: []
    property var thumbs: []
    property url source
    property string advice: ""
    property Component sample: null   // drawn instead of a picture, in examples

    implicitHeight: Theme.pt(Theme.landscape ? 320 : 470)
    gradient: Gradient {
        GradientStop { position: 0; color: Pigments.camera }
        GradientStop { position: 0.45; color: Pigments.cameraLight }
        GradientStop { position: 1; color: Pigments.camera }
    }

    Item {
        id: paper

        readonly property real side: root.width * 0.335

        x: (root.width - width) / 2
        y: Theme.pt(24)
        width: side
        height: root.height - y * 2

        Image {
            id: picture

            anchors.fill: parent
            anchors.margins: Theme.pt(6)
            visible: String(root.source).length > 0
            source: root.source
            cache: false
            fillMode: Image.PreserveAspectFit
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Camera picture of your paper")
        }
        Loader {
            anchors.fill: parent
            anchors.margins: Theme.pt(6)
            sourceComponent: root.sample
        }
        Shape {
            anchors.fill: parent

            ShapePath {
                strokeColor: Pigments.lampGreen
                strokeWidth: Theme.pt(8)
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                joinStyle: ShapePath.RoundJoin
                PathSvg {
                    readonly property real w: paper.width
                    readonly property real h: paper.height
                    readonly property real c: Theme.pt(30)

                    path: `M0 ${c}V0H${c}M${w - c} 0H${w}V${c}M${w} ${h - c}V${h}H${w - c}M${c} ${h}H0V${h - c}`
                }
            }
        }
    }
    Column {
        x: Theme.pt(32)
        y: Theme.pt(38)
        width: paper.x - x - Theme.pt(10)
        spacing: Theme.pt(18)

        Repeater {
            model: root.checks

            Row {
                id: check

                required property var modelData

                spacing: Theme.pt(12)

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: check.modelData.ok ? "circle-check" : "alert"
                    size: Theme.grow(34)
                    colour: check.modelData.ok ? Pigments.lampGreen : Pigments.lampGold
                    strokeWidth: 2.3
                }
                Words {
                    width: Math.min(implicitWidth, paper.x - Theme.pt(100))
                    text: check.modelData.text
                    size: 28
                    color: Pigments.white
                    lineHeight: lineCount > 1 ? 0.86 : 1
                }
            }
        }
    }
    Words {
        x: Theme.pt(32)
        y: root.height - height - Theme.pt(24)
        width: paper.x - x - Theme.pt(14)
        visible: !Theme.landscape
        text: root.advice
        size: 26
        color: Pigments.ink150
    }
    Column {
        x: paper.x + paper.width + Theme.pt(52)
        y: Theme.pt(30)
        width: root.width - x - Theme.pt(20)
        spacing: Theme.pt(14)

        Repeater {
            model: root.thumbs.slice(0, Theme.landscape ? 2 : 3)

            Row {
                id: thumb

                required property var modelData
                required property int index

                spacing: Theme.pt(18)
                Accessible.role: Accessible.ListItem
                Accessible.name: modelData.label

                Rectangle {
                    width: Theme.pt(88)
                    height: Theme.pt(116)
                    radius: Theme.pt(8)
                    color: thumb.modelData.state === "done" ? Pigments.paper : "transparent"
                    border.width: Theme.pt(thumb.modelData.state === "now" ? 5 : 3)
                    border.color: thumb.modelData.state === "now" ? Pigments.gold400 : Pigments.ink300

                    Image {
                        anchors.fill: parent
                        anchors.margins: Theme.pt(3)
                        source: thumb.modelData.source ?? ""
                        fillMode: Image.PreserveAspectFit
                        sourceSize.height: height
                    }
                    Words {
                        anchors.centerIn: parent
                        visible: thumb.modelData.state !== "done"
                        text: thumb.index + 1
                        size: 40
                        digits: true
                        strong: true
                        color: thumb.modelData.state === "now" ? Pigments.gold400 : Pigments.white
                        Accessible.ignored: true
                    }
                    Rectangle {
                        visible: thumb.modelData.state === "done"
                        x: parent.width - width * 0.7
                        y: parent.height - height * 0.8
                        width: Theme.pt(40)
                        height: width
                        radius: width / 2
                        color: Pigments.malachite600
                        border.width: Theme.pt(3)
                        border.color: Pigments.white

                        Icon {
                            anchors.centerIn: parent
                            name: "check"
                            size: Theme.pt(24)
                            strokeWidth: 3.6
                            colour: Pigments.white
                        }
                    }
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    text: thumb.modelData.label
                    size: 27
                    color: Pigments.white
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
