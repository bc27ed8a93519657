// DashedFrame: the edge of something that is not available now.
import QtQuick
import QtQuick.Shapes
import Tongban.Theme

Shape {
    id: root

    property real radius: Theme.radiusLarge
    property color colour: Theme.scheme.edge

    ShapePath {
        strokeColor: root.colour
        strokeWidth: Theme.stroke
        strokeStyle: ShapePath.DashLine
        dashPattern: [3, 2.4]
        fillColor: "transparent"
        startX: root.radius
        startY: 1.5

        PathLine { x: root.width - root.radius; y: 1.5 }
        PathArc { x: root.width - 1.5; y: root.radius; radiusX: root.radius; radiusY: root.radius }
        PathLine { x: root.width - 1.5; y: root.height - root.radius }
        PathArc { x: root.width - root.radius; y: root.height - 1.5; radiusX: root.radius; radiusY: root.radius }
        PathLine { x: root.radius; y: root.height - 1.5 }
        PathArc { x: 1.5; y: root.height - root.radius; radiusX: root.radius; radiusY: root.radius }
        PathLine { x: 1.5; y: root.radius }
        PathArc { x: root.radius; y: 1.5; radiusX: root.radius; radiusY: root.radius }
    }
}
