// QueuePage: what is waiting, most urgent first. Filters are tiles; nothing is decided here.
// tiles: {lamp, count, label, note}; rows: see CaseTable; preview: see CasePreview or null.
import QtQuick
import Tongban.Theme
import Tongban.Counter

Item {
    id: root

    required property string headline
    required property var tiles
    required property string filter
    required property var rows
    required property string selected
    required property var preview

    signal filterChosen(string lamp)
    signal rowSelected(string id)
    signal rowOpened(string id)

    function focusList() {
        table.focusList();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.scheme.page
    }
    DeskText {
        x: 32
        y: 26
        text: root.headline
        font.family: Theme.serif
        font.pixelSize: 32
        font.weight: Font.Bold
        color: Theme.scheme.inkStrong
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Row {
        id: tileRow

        x: 32
        y: 88
        spacing: 16

        Repeater {
            model: root.tiles

            KpiTile {
                required property var modelData

                width: (root.width - inspector.width - 64 - 48) / 4
                lamp: modelData.lamp
                count: modelData.count
                label: modelData.label
                note: modelData.note
                checked: root.filter === modelData.lamp
                onPressed: root.filterChosen(root.filter === modelData.lamp ? "" : modelData.lamp)
            }
        }
    }
    CaseTable {
        id: table

        x: 32
        y: 194
        width: root.width - inspector.width - 64
        height: root.height - 194 - 24
        rows: root.rows
        selected: root.selected
        emptyText: root.filter.length > 0 ? qsTr("Nothing here") : qsTr("All done")
        onRowSelected: id => root.rowSelected(id)
        onRowOpened: id => root.rowOpened(id)
    }
    CasePreview {
        id: inspector

        anchors.right: parent.right
        width: 496
        height: parent.height
        preview: root.preview
        onOpenRequested: root.rowOpened(root.selected)
    }
}
