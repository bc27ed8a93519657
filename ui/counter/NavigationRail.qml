// NavigationRail: the dark column at the left, with the places of the workstation.
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Rectangle {
    id: root

    required property string current // inbox, case
    required property int waiting

    signal placeChosen(string place)

    width: Desk.rail
    color: Theme.scheme.dock

    component Place: Pressable {
        id: place

        required property string target
        required property string word
        required property string glyph
        property int badge: 0
        readonly property bool here: root.current === target

        spoken: word
        role: Accessible.PageTab
        checked: here
        width: 80
        height: 72
        radius: Desk.radius
        onPressed: root.placeChosen(place.target)

        Rectangle {
            anchors.fill: parent
            radius: place.radius
            color: place.here ? Theme.scheme.surface : "transparent"
        }
        Icon {
            x: 28
            y: 12
            name: place.glyph
            size: 24
            colour: place.here ? Theme.scheme.inkStrong : Theme.scheme.dockInkMuted
        }
        DeskText {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 40
            text: place.word
            font.pixelSize: Desk.small
            font.weight: place.here ? Font.Bold : Font.Normal
            color: place.here ? Theme.scheme.inkStrong : Theme.scheme.dockInk
        }
        Rectangle {
            visible: place.badge > 0
            x: 46
            y: 4
            width: Math.max(24, count.implicitWidth + 12)
            height: 22
            radius: 11
            color: Theme.scheme.here

            DeskText {
                id: count

                anchors.centerIn: parent
                text: place.badge
                font.pixelSize: Desk.small
                font.weight: Font.Bold
                color: Theme.scheme.inkStrong
            }
        }
    }

    BrandMark {
        x: 24
        y: 24
        width: 48
        height: 48
    }
    Column {
        x: 8
        y: 92
        spacing: 6

        Place { target: "inbox"; word: qsTr("To do"); glyph: "folder-check"; badge: root.waiting }
        Place { target: "case"; word: qsTr("In hand"); glyph: "file-check" }
        Place { target: "find"; word: qsTr("Find"); glyph: "search" }
        Place { target: "guide"; word: qsTr("Handbook"); glyph: "file-text" }
    }
    Place {
        x: 8
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 16
        target: "lock"
        word: qsTr("Lock")
        glyph: "lock"
    }
}
