// RatingFaces: the five fixed levels of the national rating; nothing is chosen beforehand (`level` 0). Best is 5.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Tongban.Theme
import Tongban.Controls

Card {
    id: root

    property int level: 0

    signal chosen(int level)

    readonly property var faces: [
        { level: 5, word: qsTr("Very satisfied"), mouth: "M40 78Q66 112 92 78Z" },
        { level: 4, word: qsTr("Satisfied"), mouth: "M43 80Q66 101 89 80" },
        { level: 3, word: qsTr("Fairly satisfied"), mouth: "M45 86H87" },
        { level: 2, word: qsTr("Not satisfied"), mouth: "M44 95Q66 76 88 95" },
        { level: 1, word: qsTr("Very dissatisfied"), mouth: "M42 97Q66 68 90 97M38 41L54 48M94 41L78 48" }
    ]

    implicitHeight: row.implicitHeight + Theme.pt(72)

    Row {
        id: row

        x: Theme.pt(20)
        y: Theme.pt(40)
        width: parent.width - x * 2
        spacing: Theme.gap

        Repeater {
            model: root.faces

            Pressable {
                id: face

                required property var modelData

                width: (row.width - row.spacing * 4) / 5
                implicitHeight: Theme.pt(Theme.landscape ? 210 : 236) + (word.lineCount - 1) * word.font.pixelSize
                spoken: modelData.word
                role: Accessible.RadioButton
                checkable: true
                checked: root.level === modelData.level
                onPressed: root.chosen(modelData.level)

                Rectangle {
                    anchors.fill: parent
                    radius: face.radius
                    color: face.checked ? Theme.scheme.hereSofter : face.down ? Theme.scheme.primarySofter : "transparent"
                    border.width: face.checked ? Theme.pt(4) : 0
                    border.color: Theme.scheme.hereText
                }
                Item {
                    id: drawing

                    y: Theme.pt(18)
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.min(Theme.pt(132), face.width - Theme.pt(8))
                    height: width

                    Rectangle {
                        anchors.fill: parent
                        anchors.margins: parent.width * 0.045
                        radius: width / 2
                        color: face.checked ? Pigments.gold400 : Pigments.white
                        border.width: Theme.pt(5)
                        border.color: Pigments.ink900
                    }
                    Shape {
                        width: 132
                        height: 132
                        scale: drawing.width / 132
                        transformOrigin: Item.TopLeft

                        ShapePath {
                            strokeColor: Pigments.ink900
                            strokeWidth: 6
                            fillColor: face.modelData.level === 5 ? Pigments.white : "transparent"
                            capStyle: ShapePath.RoundCap
                            joinStyle: ShapePath.RoundJoin
                            PathSvg { path: face.modelData.mouth }
                        }
                        ShapePath {
                            strokeColor: Pigments.ink900
                            strokeWidth: 13
                            capStyle: ShapePath.RoundCap
                            fillColor: "transparent"
                            PathSvg { path: "M47 57L47.1 57M85 57L85.1 57" }
                        }
                    }
                }
                Words {
                    id: word

                    anchors.horizontalCenter: parent.horizontalCenter
                    y: drawing.y + drawing.height + Theme.pt(14)
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: face.modelData.word
                    size: 29
                    strong: face.checked
                    color: Theme.scheme.inkStrong
                    lineHeight: lineCount > 1 ? 0.86 : 1
                    Accessible.ignored: true
                }
            }
        }
    }
}
