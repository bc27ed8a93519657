// CheckList: the points of a review; each is checked by the system, needs a look, or was not looked at yet.
// points: {id, title, note, state: "ok"|"attention"|"unseen", material}
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Rectangle {
    id: root

    required property var points
    required property string current

    readonly property int settled: points.filter(point => point.state !== "unseen").length

    signal pointChosen(string id)

    color: Theme.scheme.surface

    DeskText {
        x: 22
        y: 20
        text: qsTr("Points to check")
        font.pixelSize: Desk.h3
        font.weight: Font.Bold
        color: Theme.scheme.inkStrong
    }
    DeskText {
        anchors.right: parent.right
        anchors.rightMargin: 22
        y: 20
        text: root.settled + "/" + root.points.length
        font.pixelSize: Desk.h3
        font.weight: Font.Bold
        color: Theme.scheme.inkStrong
    }
    Rectangle {
        id: bar

        x: 22
        y: 58
        width: parent.width - 44
        height: 8
        radius: 4
        color: Theme.scheme.hair

        Rectangle {
            width: root.points.length > 0 ? parent.width * root.settled / root.points.length : 0
            height: 8
            radius: 4
            color: Theme.scheme.doneFill
        }
    }
    Column {
        x: 14
        y: 82
        width: parent.width - 28
        spacing: 4

        Repeater {
            model: root.points

            Pressable {
                id: point

                required property var modelData
                readonly property bool attention: modelData.state === "attention"

                width: parent.width
                height: words.implicitHeight + 26
                radius: Desk.radius
                spoken: modelData.title
                spokenMore: modelData.note
                checked: modelData.id === root.current
                onPressed: root.pointChosen(modelData.id)

                Rectangle {
                    anchors.fill: parent
                    radius: point.radius
                    color: point.attention ? Theme.scheme.hereSofter
                        : point.checked ? Theme.scheme.primarySofter : "transparent"
                    border.width: point.checked ? 2 : 0
                    border.color: point.attention ? Theme.scheme.hereText : Theme.scheme.primary
                }
                Icon {
                    x: 10
                    y: 14
                    name: point.attention ? "alert" : point.modelData.state === "ok" ? "circle-check" : "clock"
                    size: 24
                    colour: point.attention ? Theme.scheme.hereText
                        : point.modelData.state === "ok" ? Theme.scheme.done : Theme.scheme.inkMuted
                }
                Column {
                    id: words

                    x: 46
                    y: 12
                    width: parent.width - 56
                    spacing: 2

                    DeskText {
                        width: parent.width
                        text: point.modelData.title
                        font.pixelSize: Desk.body + 1
                        font.weight: Font.DemiBold
                        color: Theme.scheme.inkStrong
                    }
                    DeskText {
                        width: parent.width
                        text: point.modelData.note
                        font.pixelSize: Desk.small
                        color: point.attention ? Theme.scheme.hereText : Theme.scheme.inkMuted
                    }
                }
            }
        }
    }
}
