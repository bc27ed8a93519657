// AssistDock: leave or map, read aloud, large type, contrast, low position, language, and people; on every page.
// `asked(id)`: "exit", "map", "read", "large", "contrast", "low", "language", "help".
import QtQuick
import Tongban.Theme

Rectangle {
    id: root

    // At rest there is nothing to leave: the first place shows the hall map.
    property bool atRest: false
    property bool reading: false
    property string otherLanguage: "English"

    signal asked(string id)

    readonly property real inset: Theme.pt(Theme.elder ? 24 : Theme.landscape ? 12 : 16)
    readonly property real helpWidth: Theme.pt(Theme.elder ? 440 : Theme.landscape ? 216 : 232)

    implicitHeight: Theme.dockHeight
    color: Theme.scheme.dock
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Assistance")

    Rectangle {
        visible: Theme.highContrast
        width: parent.width
        height: Theme.pt(4)
        color: Theme.scheme.edge
    }

    Row {
        id: row

        readonly property int count: Theme.elder ? 2 : 6
        readonly property real share: (width - root.helpWidth - spacing * count) / count

        anchors.fill: parent
        anchors.margins: root.inset
        anchors.leftMargin: Theme.pt(24)
        anchors.rightMargin: Theme.pt(24)
        spacing: Theme.pt(Theme.elder ? 20 : 16)

        DockButton {
            visible: !Theme.elder
            width: row.share
            height: row.height
            text: !root.atRest ? qsTr("Leave") : Theme.landscape ? qsTr("Map") : qsTr("Hall map")
            iconName: root.atRest ? "map-pin" : "exit"
            checkable: false
            onPressed: root.asked(root.atRest ? "map" : "exit")
        }
        DockButton {
            visible: !Theme.elder
            width: row.share
            height: row.height
            text: qsTr("Read")
            iconName: "volume"
            on: root.reading
            onPressed: root.asked("read")
        }
        DockButton {
            width: row.share
            height: row.height
            text: Theme.elder ? qsTr("Large is on") : qsTr("Large")
            iconName: "letters"
            on: Theme.elder
            onPressed: root.asked("large")
        }
        DockButton {
            visible: !Theme.elder
            width: row.share
            height: row.height
            text: qsTr("Contrast")
            iconName: "contrast"
            on: Theme.highContrast
            onPressed: root.asked("contrast")
        }
        DockButton {
            visible: Theme.elder
            width: row.share
            height: row.height
            text: qsTr("Read to me")
            iconName: "volume"
            on: root.reading
            onPressed: root.asked("read")
        }
        DockButton {
            visible: !Theme.elder
            width: row.share
            height: row.height
            text: qsTr("Low")
            iconName: "seated"
            on: Theme.lowPosition
            onPressed: root.asked("low")
        }
        DockButton {
            visible: !Theme.elder
            width: row.share
            height: row.height
            text: root.otherLanguage
            iconName: "languages"
            checkable: false
            onPressed: root.asked("language")
        }
        Pressable {
            id: help

            width: root.helpWidth
            height: row.height
            radius: Theme.pt(Theme.elder ? 32 : 22)
            spoken: words.text
            onPressed: root.asked("help")

            Rectangle {
                anchors.fill: parent
                radius: help.radius
                color: help.down ? Pigments.gold500 : Theme.scheme.here
            }
            Row {
                anchors.centerIn: parent
                spacing: Theme.pt(12)

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "helping-hand"
                    size: Theme.pt(Theme.elder ? 72 : 50)
                    colour: Pigments.ink900
                }
                Words {
                    id: words

                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, help.width - Theme.pt(Theme.elder ? 110 : 78))
                    text: Theme.elder ? qsTr("Call someone to help") : qsTr("Call for help")
                    size: Theme.elder ? 38 : Theme.landscape ? 28 : 30
                    strong: true
                    color: Pigments.ink900
                    lineHeight: lineCount > 1 ? 0.86 : 1
                    Accessible.ignored: true
                }
            }
        }
    }
}
