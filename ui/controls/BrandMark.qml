// BrandMark: one line, two stations, rising like a tick.
import QtQuick
import QtQuick.Shapes
import Tongban.Theme

Rectangle {
    id: root

    property real size: Theme.pt(60)
    property bool darkGround: false

    implicitWidth: size
    implicitHeight: size
    radius: size * 0.28
    color: darkGround ? Theme.faint(Pigments.white, 0.14) : Theme.highContrast ? Pigments.black : Pigments.azurite700
    border.width: Theme.highContrast ? Theme.pt(3) : 0
    border.color: Theme.scheme.edge
    Accessible.ignored: true

    Shape {
        width: 64
        height: 64
        scale: root.size / 64
        transformOrigin: Item.TopLeft

        ShapePath {
            strokeColor: Pigments.white
            strokeWidth: 6.5
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathSvg { path: "M14 34C21 34 21 46 28.500 46C37.500 46 37 20 48 20" }
        }
    }
    Rectangle {
        width: root.size * 0.245
        height: width
        radius: width / 2
        x: root.size * 0.095
        y: root.size * 0.405
        color: root.darkGround ? Pigments.ink700 : root.color
        border.width: root.size * 0.07
        border.color: Pigments.white
    }
    Rectangle {
        width: root.size * 0.3
        height: width
        radius: width / 2
        x: root.size * 0.61
        y: root.size * 0.165
        color: Pigments.gold400
        border.width: root.size * 0.07
        border.color: Pigments.white
    }
}
