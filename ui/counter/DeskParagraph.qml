// DeskParagraph: a labelled box for a few sentences.
import QtQuick
import Tongban.Theme
import Tongban.Counter

Column {
    id: root

    property alias text: edit.text
    property string label: ""
    property string placeholder: ""
    property int lines: 3

    spacing: 8

    DeskText {
        visible: root.label.length > 0
        text: root.label
        font.pixelSize: Desk.h3
        font.weight: Font.DemiBold
        color: Theme.scheme.inkStrong
    }
    Rectangle {
        width: root.width
        height: 26 * root.lines + 26
        radius: Desk.radius
        color: Theme.scheme.surface
        border.width: edit.activeFocus ? 3 : 2
        border.color: edit.activeFocus ? Theme.scheme.here : Theme.scheme.edge

        TextEdit {
            id: edit

            anchors.fill: parent
            anchors.margins: 14
            font.family: Theme.sans
            font.pixelSize: Desk.body
            color: Theme.scheme.inkStrong
            wrapMode: TextEdit.Wrap
            clip: true
            activeFocusOnTab: true
            selectByMouse: true
            KeyNavigation.priority: KeyNavigation.BeforeItem
            KeyNavigation.tab: edit.nextItemInFocusChain()
            Accessible.role: Accessible.EditableText
            Accessible.name: root.label.length > 0 ? root.label : root.placeholder
        }
        DeskText {
            anchors.fill: parent
            anchors.margins: 14
            verticalAlignment: Text.AlignTop
            visible: edit.length === 0
            text: root.placeholder
            color: Theme.scheme.inkMuted
        }
    }
}
