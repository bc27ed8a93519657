// SealMark: the product's own mark in cinnabar; it does not imitate an official seal.
import QtQuick
import QtQuick.Shapes
import Tongban.Theme

Item {
    id: root

    property string place: ""
    property real size: Theme.pt(128)

    objectName: "artwork"
    implicitWidth: size
    implicitHeight: size
    rotation: -7
    Accessible.ignored: true

    Item {
        width: 150
        height: 150
        scale: root.size / 150
        transformOrigin: Item.TopLeft

        Rectangle {
            anchors.fill: parent
            anchors.margins: 5
            radius: 24
            color: "transparent"
            border.width: 6
            border.color: Pigments.cinnabar600
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: 16
            radius: 16
            color: "transparent"
            border.width: 2
            border.color: Pigments.cinnabar600
        }
        Shape {
            anchors.fill: parent

            ShapePath {
                strokeColor: Pigments.cinnabar600
                strokeWidth: 8
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                PathSvg { path: "M47 86C58 86 58 100 69 100C83 100 83 58 101 58" }
            }
        }
        Rectangle {
            x: 34
            y: 76
            width: 20
            height: 20
            radius: 10
            color: Pigments.white
            border.width: 6
            border.color: Pigments.cinnabar600
        }
        Rectangle {
            x: 92
            y: 46
            width: 22
            height: 22
            radius: 11
            color: Pigments.cinnabar600
        }
        Text {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 19
            text: qsTr("Tongban seal")
            font.family: Theme.families.serif
            font.pixelSize: 21
            font.bold: true
            font.letterSpacing: 2
            color: Pigments.cinnabar600
            fontSizeMode: Text.HorizontalFit
            width: 104
            horizontalAlignment: Text.AlignHCenter
        }
        Text {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 108
            text: root.place
            font.family: Theme.families.serif
            font.pixelSize: 16
            font.bold: true
            color: Pigments.cinnabar600
        }
    }
}
