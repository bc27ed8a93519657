// PaperPlace: the sheet under the document camera, well laid or badly.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Tongban.Theme
import Tongban.Controls
import Tongban.Desk

MachinePlace {
    id: root

    readonly property bool laid: desk.paper.length > 0

    title: qsTr("Document camera")
    iconName: "camera"
    machine: "DocumentCamera"

    Rectangle {
        id: mat

        anchors.fill: parent
        radius: Theme.radius
        color: Pigments.camera

        Pressable {
            id: sheet

            readonly property real tall: parent.height - Theme.pt(20)

            anchors.centerIn: parent
            visible: root.laid
            spoken: qsTr("Take the sheet away")
            width: picture.ratio > 0 ? tall / picture.ratio : tall * 0.75
            height: tall
            radius: Theme.pt(4)
            onPressed: root.desk.act("document away")

            PictureItem {
                id: picture

                anchors.fill: parent
                picture: root.desk.paperPicture
            }
        }
        Words {
            anchors.centerIn: parent
            visible: !root.laid
            text: qsTr("Nothing under the camera")
            size: 24
            color: Pigments.mist300
        }
        // The arm and its eye, over everything.
        Shape {
            anchors.fill: parent

            ShapePath {
                strokeColor: Pigments.ink500
                strokeWidth: Theme.pt(12)
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
                startX: mat.width - Theme.pt(36)
                startY: mat.height - Theme.pt(16)
                PathLine { x: mat.width - Theme.pt(36); y: Theme.pt(40) }
                PathLine { x: mat.width - Theme.pt(90); y: Theme.pt(22) }
            }
        }
        Rectangle {
            x: mat.width - Theme.pt(120)
            y: Theme.pt(6)
            width: Theme.pt(48)
            height: width
            radius: width / 2
            color: Pigments.ink900
            border.width: Theme.pt(5)
            border.color: root.report?.online ? Pigments.lampGreen : Pigments.cinnabar600
        }
    }
    foot: ChoiceRow {
        width: parent.width
        choices: root.desk.papers
        chosen: root.desk.paper
        onPicked: id => root.desk.act(id === root.desk.paper ? "document away" : "document " + id)
    }
}
