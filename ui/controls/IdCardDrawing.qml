// IdCardDrawing: a resident card without any person on it.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    objectName: "artwork"
    width: 318
    height: 200
    radius: 18
    color: Pigments.white
    border.width: 6
    border.color: Pigments.azurite600

    Repeater {
        model: [[28, 32, 62, 1], [98, 32, 76, 0], [28, 62, 48, 1], [88, 62, 112, 1], [28, 92, 96, 1], [28, 148, 72, 1], [116, 148, 172, 0]]

        Rectangle {
            required property var modelData

            x: modelData[0]
            y: modelData[1]
            width: modelData[2]
            height: 14
            radius: 7
            color: modelData[3] ? Pigments.ink300 : Pigments.ink800
        }
    }
    Rectangle {
        x: 216
        y: 26
        width: 78
        height: 98
        radius: 10
        color: Pigments.azurite100
        clip: true

        Rectangle {
            x: 22
            y: 16
            width: 34
            height: 34
            radius: 17
            color: Pigments.azurite500
        }
        Rectangle {
            x: 10
            y: 60
            width: 58
            height: 60
            radius: 26
            color: Pigments.azurite500
        }
    }
}
