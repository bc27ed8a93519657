// CompareTable: what the form says beside what the papers and sources say; differences come last, with an eye.
// rows: {label, form, source, same}
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Column {
    id: root

    required property var rows
    readonly property var ordered: rows.filter(row => row.same).concat(rows.filter(row => !row.same))

    spacing: 0

    DeskText {
        text: qsTr("Form and papers side by side")
        font.pixelSize: Desk.h3
        font.weight: Font.Bold
        color: Theme.scheme.inkStrong
        bottomPadding: 12
    }
    Repeater {
        model: root.ordered

        Rectangle {
            id: row

            required property var modelData

            width: root.width
            height: Math.max(46, Math.max(form.implicitHeight, source.implicitHeight) + 20)
            radius: modelData.same ? 0 : 10
            color: modelData.same ? "transparent" : Theme.scheme.hereSofter
            Accessible.role: Accessible.Row
            Accessible.name: [modelData.label, modelData.form, modelData.source,
                modelData.same ? qsTr("same") : qsTr("different")].join(" ")

            Rectangle {
                visible: row.modelData.same
                anchors.bottom: parent.bottom
                width: parent.width
                height: 1
                color: Theme.scheme.hair
            }
            DeskText {
                x: 6
                width: 96
                height: parent.height
                text: row.modelData.label
                font.pixelSize: Desk.label
                color: Theme.scheme.inkMuted
            }
            DeskText {
                id: form

                x: 106
                width: (parent.width - 150) / 2
                height: parent.height
                text: row.modelData.form
                font.weight: Font.DemiBold
                color: Theme.scheme.inkStrong
            }
            DeskText {
                id: source

                x: 112 + (parent.width - 150) / 2
                width: (parent.width - 150) / 2 - 6
                height: parent.height
                text: row.modelData.source
                color: row.modelData.same ? Theme.scheme.ink : Theme.scheme.hereText
            }
            Icon {
                anchors.right: parent.right
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter
                name: row.modelData.same ? "check" : "search"
                size: 20
                colour: row.modelData.same ? Theme.scheme.done : Theme.scheme.hereText
            }
        }
    }
}
