// ChoiceRow: a row of small things to choose from, one of them chosen; those that do not fit are reached with "more".
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Row {
    id: root

    required property var choices // {id, title, icon?} each
    property string chosen: ""
    property int perPage: 4
    property int page: 0
    readonly property int pages: Math.max(1, Math.ceil(choices.length / perPage))
    signal picked(string id)

    spacing: Theme.pt(10)
    height: Theme.pt(64)

    Repeater {
        model: root.choices.slice(root.page * root.perPage, (root.page + 1) * root.perPage)

        Pressable {
            id: choice

            required property var modelData
            readonly property bool on: modelData.id === root.chosen
            readonly property int places: Math.min(root.perPage, root.choices.length)

            spoken: modelData.title
            checkable: true
            checked: on
            radius: Theme.radiusSmall
            width: (root.width - (root.pages > 1 ? Theme.pt(74) : 0) - (places - 1) * root.spacing) / places
            height: root.height
            onPressed: root.picked(modelData.id)

            Rectangle {
                anchors.fill: parent
                radius: choice.radius
                color: choice.on ? Theme.scheme.primary : choice.down ? Theme.scheme.primarySoft : Theme.scheme.surface
                border.width: choice.on ? 0 : Theme.pt(2)
                border.color: Theme.scheme.edge
            }
            Words {
                anchors.centerIn: parent
                width: parent.width - Theme.pt(12)
                text: choice.modelData.title
                size: 24
                strong: true
                horizontalAlignment: Text.AlignHCenter
                color: choice.on ? Theme.scheme.primaryInk : Theme.scheme.inkStrong
                lineHeight: 0.86
                Accessible.ignored: true
            }
        }
    }
    Pressable {
        visible: root.pages > 1
        spoken: qsTr("More")
        radius: Theme.radiusSmall
        width: Theme.pt(64)
        height: root.height
        debounce: 0
        onPressed: root.page = (root.page + 1) % root.pages

        Icon {
            anchors.centerIn: parent
            name: "chevron-right"
            size: Theme.pt(32)
        }
    }
}
