// CaseTable: the waiting cases, most urgent first; ↑ ↓ choose, Enter opens.
// rows: {id, lamp, lampText, item, number, applicant, source, step, materials, due}
import QtQuick
import Tongban.Theme
import Tongban.Counter

Rectangle {
    id: root

    required property var rows
    required property string selected
    property string emptyText: ""

    readonly property var columns: [150, 460, 230, 112, 130, 76, 150]
    readonly property var heads: [qsTr("Time"), qsTr("Item"), qsTr("Applicant"), qsTr("From"), qsTr("Step"),
        qsTr("Papers"), qsTr("Due")]
    readonly property real stretch: (width - 44) / columns.reduce((sum, w) => sum + w, 0)

    signal rowSelected(string id)
    signal rowOpened(string id)

    function focusList() {
        list.forceActiveFocus();
    }

    radius: 18
    color: Theme.scheme.surface

    Row {
        id: head

        x: 22
        height: 44

        Repeater {
            model: root.heads

            DeskText {
                required property string modelData
                required property int index

                width: root.columns[index] * root.stretch
                height: head.height
                text: modelData
                font.pixelSize: Desk.small
                color: Theme.scheme.inkMuted
            }
        }
    }
    ListView {
        id: list

        y: head.height
        width: parent.width
        height: parent.height - head.height - 8
        clip: true
        model: root.rows
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: root.rows.findIndex(row => row.id === root.selected)
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Cases waiting")
        Keys.onUpPressed: if (currentIndex > 0) root.rowSelected(root.rows[currentIndex - 1].id)
        Keys.onDownPressed: if (currentIndex + 1 < count) root.rowSelected(root.rows[currentIndex + 1].id)
        Keys.onReturnPressed: if (currentIndex >= 0) root.rowOpened(root.rows[currentIndex].id)
        Keys.onEnterPressed: if (currentIndex >= 0) root.rowOpened(root.rows[currentIndex].id)

        delegate: Rectangle {
            id: row

            required property var modelData
            readonly property bool chosen: modelData.id === root.selected
            readonly property var cells: [modelData.applicant, modelData.source, modelData.step,
                modelData.materials, modelData.due]

            width: list.width
            height: Desk.row
            color: chosen ? Theme.scheme.primarySofter : "transparent"
            Accessible.role: Accessible.ListItem
            Accessible.name: [modelData.lampText, modelData.item, modelData.number].concat(cells).join(" ")
            Accessible.selected: chosen
            Accessible.onPressAction: root.rowOpened(modelData.id)

            Rectangle {
                width: parent.width
                height: row.chosen ? 2 : 1
                color: row.chosen ? Theme.scheme.primary : Theme.scheme.hair
            }
            Rectangle {
                visible: row.chosen
                anchors.bottom: parent.bottom
                width: parent.width
                height: 2
                color: Theme.scheme.primary
            }
            Rectangle {
                visible: row.chosen
                width: 5
                height: parent.height
                color: Theme.scheme.primary
            }
            Row {
                x: 22
                height: parent.height

                Item {
                    width: root.columns[0] * root.stretch
                    height: parent.height

                    DeadlineLamp {
                        anchors.verticalCenter: parent.verticalCenter
                        lamp: row.modelData.lamp
                        text: row.modelData.lampText
                    }
                }
                Row {
                    width: root.columns[1] * root.stretch
                    height: parent.height
                    spacing: 10
                    clip: true

                    DeskText {
                        anchors.verticalCenter: parent.verticalCenter
                        text: row.modelData.item
                        font.weight: Font.DemiBold
                        color: Theme.scheme.inkStrong
                        wrapMode: Text.NoWrap
                    }
                    DeskText {
                        anchors.verticalCenter: parent.verticalCenter
                        text: row.modelData.number
                        font.family: Theme.digits
                        font.pixelSize: Desk.label
                        color: Theme.scheme.inkMuted
                        wrapMode: Text.NoWrap
                    }
                }
                Repeater {
                    model: row.cells

                    DeskText {
                        required property string modelData
                        required property int index

                        width: root.columns[index + 2] * root.stretch
                        height: row.height
                        text: modelData
                        elide: Text.ElideRight
                        wrapMode: Text.NoWrap
                        font.weight: index === 3 ? Font.DemiBold : Font.Normal
                    }
                }
            }
            MouseArea {
                anchors.fill: parent
                onClicked: {
                    list.forceActiveFocus();
                    root.rowSelected(row.modelData.id);
                }
                onDoubleClicked: root.rowOpened(row.modelData.id)
            }
        }
    }
    DeskText {
        anchors.centerIn: parent
        visible: root.rows.length === 0
        text: root.emptyText
        font.pixelSize: Desk.h2
        color: Theme.scheme.inkMuted
    }
}
