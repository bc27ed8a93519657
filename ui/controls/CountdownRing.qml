// CountdownRing: seconds left, as a gold ring that empties.
import QtQuick
import QtQuick.Shapes
import Tongban.Theme
import Tongban.Controls

Item {
    id: root

    required property int seconds
    property int total: 30
    property real size: Theme.pt(300)

    readonly property real thick: size * 0.073
    readonly property real middle: size / 2 - thick * 0.75

    implicitWidth: size
    implicitHeight: size
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("%1 seconds left").arg(seconds)

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.highContrast ? Theme.scheme.sunken : Pigments.ink100
            strokeWidth: root.thick
            fillColor: "transparent"

            PathAngleArc { centerX: root.size / 2; centerY: root.size / 2; radiusX: root.middle; radiusY: root.middle; startAngle: 0; sweepAngle: 360 }
        }
        ShapePath {
            strokeColor: Theme.scheme.here
            strokeWidth: root.thick
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.size / 2
                centerY: root.size / 2
                radiusX: root.middle
                radiusY: root.middle
                startAngle: -90
                sweepAngle: 360 * Math.max(0, root.seconds) / Math.max(1, root.total)
            }
        }
    }
    Words {
        id: figure

        anchors.horizontalCenter: parent.horizontalCenter
        y: root.size * 0.46 - height / 2
        text: root.seconds
        size: 30
        font.pixelSize: root.size * 0.34
        digits: true
        strong: true
        Accessible.ignored: true
    }
    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.size * 0.655
        text: qsTr("seconds")
        size: 26
        color: Theme.scheme.inkMuted
        Accessible.ignored: true
    }
}
