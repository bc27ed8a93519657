// DeskBoard: six simulated machines to touch, and above them what the kiosk can do at this moment. Made for 1920 × 1080.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Desk

Rectangle {
    id: root

    required property DeskModel desk
    readonly property real column: (width - Theme.pt(48) * 2 - Theme.pt(24) * 2) / 3
    readonly property real row: (height - grid.y - Theme.pt(36) - Theme.pt(24)) / 2

    color: Theme.scheme.page

    Landscape {
        width: parent.width
        height: Theme.pt(236)
        horizon: 0.9
        rise: Theme.pt(96)
        layers: 3
        seed: 7
        sun: Qt.point(0.94, 0.3)
        fade: Theme.pt(70)
    }
    BrandMark {
        id: mark

        x: Theme.pt(48)
        y: Theme.pt(28)
        size: Theme.pt(64)
    }
    Words {
        id: heading

        x: mark.x + mark.width + Theme.pt(22)
        y: Theme.pt(18)
        text: qsTr("Device desk")
        size: 40
        serif: true
        strong: true
    }
    Words {
        anchors.left: heading.left
        anchors.top: heading.bottom
        text: root.desk.refused.length > 0 ? qsTr("That did not work: %1").arg(root.desk.refused)
            : qsTr("Nothing here is real. Touch it as you would touch the machine.")
        size: 24
        strong: root.desk.refused.length > 0
        color: root.desk.refused.length > 0 ? Theme.scheme.danger : Theme.scheme.ink
    }
    AbilityStrip {
        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(48)
        y: Theme.pt(36)
        abilities: root.desk.abilities
    }

    Grid {
        id: grid

        x: Theme.pt(48)
        y: Theme.pt(124)
        columns: 3
        spacing: Theme.pt(24)

        CardReaderPlace {
            width: root.column
            height: root.row
            desk: root.desk
        }
        CodePlace {
            width: root.column
            height: root.row
            desk: root.desk
        }
        TicketPlace {
            width: root.column
            height: root.row
            desk: root.desk
        }
        SlotPlace {
            width: root.column
            height: root.row
            desk: root.desk
        }
        PaperPlace {
            width: root.column
            height: root.row
            desk: root.desk
        }
        PagesPlace {
            width: root.column
            height: root.row
            desk: root.desk
        }
    }
}
