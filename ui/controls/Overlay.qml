// Overlay: a dialog over page and action bar; the dock stays free. Traps the focus and gives it back.
// `deep` hides what is under it for privacy. Blocks stand one under the other.
import QtQuick
import Tongban.Theme
import Tongban.Controls

FocusScope {
    id: root

    required property string title
    property bool deep: false
    default property alias blocks: column.data
    property alias spacing: column.spacing
    property real topPadding: Theme.pt(52)
    // Dialogs stand low, where a hand is.
    readonly property real lowest: height - Theme.pt(40)

    property Item before: null

    anchors.fill: parent
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    Component.onCompleted: {
        before = Window.window ? Window.window.activeFocusItem : null;
        root.forceActiveFocus(Qt.PopupFocusReason);
    }
    Component.onDestruction: if (before) before.forceActiveFocus(Qt.PopupFocusReason)

    Rectangle {
        anchors.fill: parent
        color: root.deep ? Theme.faint(Theme.scheme.dock, Theme.highContrast ? 1 : 0.985) : Theme.scheme.scrim

        MouseArea {
            anchors.fill: parent
        }
    }
    Rectangle {
        id: sheet

        x: Theme.landscape ? Theme.pt(1024) : Theme.margin
        width: Theme.landscape ? root.width - x - Theme.pt(24) : root.width - x * 2
        height: column.implicitHeight + Theme.pt(100)
        y: Theme.landscape ? Math.max(Theme.pt(16), (root.height - height) / 2)
                           : Theme.lowPosition || root.height > Theme.pt(1800) ? Math.max(Theme.pt(24), root.lowest - height)
                           : Math.max(Theme.pt(24), Math.min((root.height - height) / 2 + Theme.pt(60), root.lowest - height))
        radius: Theme.radiusHuge
        color: Theme.scheme.surface
        border.width: Theme.highContrast ? Theme.pt(4) : 0
        border.color: Theme.scheme.edge

        Shadow {
            level: 3
            radius: sheet.radius
        }
        Column {
            id: column

            x: Theme.landscape ? Theme.pt(36) : Theme.pt(56)
            y: root.topPadding
            width: parent.width - x * 2
            spacing: Theme.gutter
        }
    }
}
