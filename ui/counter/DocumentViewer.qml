// DocumentViewer: the papers of a case as tabs over a dark table, with the route underneath.
// documents: {id, name, picture: url or "", note, seen, exempt}; shapes/edges: see RouteMapItem
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Rectangle {
    id: root

    required property var documents
    required property string current
    required property var shapes
    required property var edges
    property string routeNote: ""
    property real zoom: 1

    readonly property var shown: documents.find(document => document.id === current) ?? null

    signal documentChosen(string id)

    color: Theme.scheme.dock

    Row {
        x: 20
        y: 12
        spacing: 4

        Repeater {
            model: root.documents

            Pressable {
                id: tab

                required property var modelData
                readonly property bool here: modelData.id === root.current

                width: name.implicitWidth + 58
                height: 48
                radius: 12
                role: Accessible.PageTab
                spoken: modelData.name
                spokenMore: modelData.seen ? qsTr("seen") : qsTr("not seen yet")
                checked: here
                onPressed: root.documentChosen(modelData.id)

                Rectangle {
                    anchors.fill: parent
                    radius: tab.radius
                    color: tab.here ? Theme.scheme.surface : "transparent"
                    border.width: tab.here ? 0 : 1
                    border.color: Theme.scheme.dockInkMuted
                }
                Icon {
                    x: 14
                    anchors.verticalCenter: parent.verticalCenter
                    name: tab.modelData.seen ? "check" : "search"
                    size: 20
                    colour: tab.here ? Theme.scheme.inkStrong : Theme.scheme.dockInk
                }
                DeskText {
                    id: name

                    x: 42
                    anchors.verticalCenter: parent.verticalCenter
                    text: tab.modelData.name
                    font.weight: tab.here ? Font.Bold : Font.Normal
                    color: tab.here ? Theme.scheme.inkStrong : Theme.scheme.dockInk
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: 16
        y: 14
        spacing: 8

        Repeater {
            model: [{ word: qsTr("Smaller"), glyph: "minus", by: 0.8 }, { word: qsTr("Larger"), glyph: "plus", by: 1.25 }]

            Pressable {
                id: zoomer

                required property var modelData

                width: 44
                height: 44
                radius: 10
                spoken: modelData.word
                onPressed: root.zoom = Math.max(0.4, Math.min(4, root.zoom * modelData.by))

                Icon {
                    anchors.centerIn: parent
                    name: zoomer.modelData.glyph
                    size: 24
                    colour: Theme.scheme.dockInk
                }
            }
        }
    }
    Flickable {
        id: table

        x: 20
        y: 72
        width: parent.width - 40
        height: parent.height - 72 - route.height - 56
        clip: true
        contentWidth: Math.max(width, paper.width)
        contentHeight: Math.max(height, paper.height)
        boundsBehavior: Flickable.StopAtBounds

        Image {
            id: paper

            readonly property real fit: implicitWidth > 0 && implicitHeight > 0
                ? Math.min(table.width / implicitWidth, table.height / implicitHeight) : 1

            x: Math.max(0, (table.width - width) / 2)
            y: Math.max(0, (table.height - height) / 2)
            width: implicitWidth * fit * root.zoom
            height: implicitHeight * fit * root.zoom
            source: root.shown?.picture ?? ""
            visible: source.toString().length > 0
            asynchronous: false
            cache: false
            fillMode: Image.PreserveAspectFit
            Accessible.role: Accessible.Graphic
            Accessible.name: root.shown?.name ?? ""
        }
        Rectangle {
            anchors.centerIn: parent
            visible: !paper.visible && root.shown !== null
            width: 560
            height: 180
            radius: 18
            color: Theme.scheme.surface

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 30
                name: "shield-check"
                size: 44
                colour: Theme.scheme.done
            }
            DeskText {
                x: 30
                y: 86
                width: parent.width - 60
                horizontalAlignment: Text.AlignHCenter
                text: root.shown?.note ?? ""
                font.pixelSize: Desk.h3
                color: Theme.scheme.inkStrong
            }
        }
    }
    DeskText {
        x: 24
        anchors.bottom: route.top
        anchors.bottomMargin: 10
        text: root.shown?.note ?? ""
        visible: paper.visible
        font.pixelSize: Desk.label
        color: Theme.scheme.dockInk
    }
    Rectangle {
        id: route

        x: 20
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 16
        width: parent.width - 40
        height: 232
        radius: 18
        color: Theme.scheme.surface

        DeskText {
            x: 20
            y: 14
            text: qsTr("Where this case is")
            font.weight: Font.Bold
            color: Theme.scheme.inkStrong
        }
        DeskText {
            anchors.right: parent.right
            anchors.rightMargin: 20
            y: 14
            text: root.routeNote
            font.pixelSize: Desk.small
            color: Theme.scheme.inkMuted
        }
        RouteMap {
            x: 16
            y: 40
            width: parent.width - 32
            height: parent.height - 52
            shapes: root.shapes
            edges: root.edges
            labelSize: Desk.body
            captionSize: Desk.small
            unit: 0.62
        }
    }
}
