// SignaturePad: write your name. `strokes` for the signature, `empty`, `clear()`; "inking" and "ok" show a tag.
import QtQuick
import QtQuick.Shapes
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    property alias strokes: ink.strokes
    readonly property alias empty: ink.empty
    property string verdict: ""       // e.g. "clear enough", by the caller

    signal strokeEnded()
    signal cleared()

    function clear() {
        ink.clear();
        root.cleared();
    }

    implicitHeight: Theme.pt(Theme.landscape ? 420 : 480)
    radius: Theme.radiusHuge
    color: Theme.scheme.surface
    border.width: Theme.pt(5)
    border.color: Theme.scheme.primary

    Row {
        id: head

        x: Theme.pt(32)
        y: Theme.pt(22)
        spacing: Theme.pt(12)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "pen"
            size: Theme.grow(36)
            colour: Theme.scheme.inkMuted
            strokeWidth: 2
        }
        Words {
            text: qsTr("Write in the frame with a finger or a pen")
            size: 29
            color: Theme.scheme.inkMuted
            width: Math.min(implicitWidth, root.width - Theme.pt(140) - (tag.visible ? tag.width : 0))
        }
    }
    Tag {
        id: tag

        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(32)
        y: Theme.pt(22)
        text: root.empty ? "" : root.verdict
        iconName: "badge-check"
        kind: "done"
    }
    Shape {
        width: parent.width
        height: parent.height

        ShapePath {
            strokeColor: Theme.scheme.hair
            strokeWidth: Theme.pt(4)
            strokeStyle: ShapePath.DashLine
            dashPattern: [3, 3]
            startX: Theme.pt(48)
            startY: root.height * 0.76

            PathLine { x: root.width - Theme.pt(48); y: root.height * 0.76 }
        }
    }
    SignatureInk {
        id: ink

        objectName: "signatureInk"
        anchors.fill: parent
        anchors.topMargin: head.y + head.height
        anchors.margins: Theme.pt(8)
        ink: Theme.scheme.inkStrong
        penWidth: Theme.pt(11)
        Accessible.role: Accessible.Canvas
        Accessible.name: qsTr("Signature pad")
        Accessible.description: empty ? qsTr("Empty") : qsTr("Signed")
        onStrokeEnded: root.strokeEnded()
    }
    MiniButton {
        visible: !root.empty
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.rightMargin: Theme.pt(28)
        anchors.bottomMargin: Theme.pt(24)
        text: qsTr("Wipe and write again")
        iconName: "eraser"
        onPressed: root.clear()
    }
}
