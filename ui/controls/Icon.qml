// Icon: one glyph in one colour; decoration only, the word beside it speaks.
import QtQuick
import QtQuick.Shapes
import Tongban.Theme

Item {
    id: root

    required property string name
    property real size: Theme.pt(44)
    property color colour: Theme.scheme.primary
    // In units of the 24-unit grid.
    property real strokeWidth: 1.9

    readonly property string path: Glyphs.paths[root.name] ?? ""

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Shape {
        width: 24
        height: 24
        scale: root.size / 24
        transformOrigin: Item.TopLeft
        x: (root.width - root.size) / 2
        y: (root.height - root.size) / 2
        antialiasing: true

        ShapePath {
            strokeColor: root.colour
            strokeWidth: root.strokeWidth
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg { path: root.path }
        }
    }
}
