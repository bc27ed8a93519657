// DeskField: one labelled line of input, with what is wrong below it.
import QtQuick
import Tongban.Theme
import Tongban.Counter

Column {
    id: root

    property alias text: input.text
    property string label: ""
    property string error: ""
    property string placeholder: ""
    property bool secret: false

    signal accepted()

    function focusInput() {
        input.forceActiveFocus();
    }

    spacing: 8

    DeskText {
        visible: root.label.length > 0
        text: root.label
        font.pixelSize: Desk.label
        font.weight: Font.DemiBold
        color: Theme.scheme.inkStrong
    }
    Rectangle {
        width: root.width
        height: Desk.control + 12
        radius: Desk.radius
        color: Theme.scheme.surface
        border.width: input.activeFocus ? 3 : 2
        border.color: root.error.length > 0 ? Theme.scheme.danger
            : input.activeFocus ? Theme.scheme.here : Theme.scheme.edge

        TextInput {
            id: input

            anchors.fill: parent
            anchors.leftMargin: 16
            anchors.rightMargin: 16
            verticalAlignment: TextInput.AlignVCenter
            font.family: Theme.sans
            font.pixelSize: Desk.h3 - 1
            color: Theme.scheme.inkStrong
            clip: true
            echoMode: root.secret ? TextInput.Password : TextInput.Normal
            passwordCharacter: "●"
            activeFocusOnTab: true
            selectByMouse: true
            Accessible.role: Accessible.EditableText
            Accessible.name: root.label.length > 0 ? root.label : root.placeholder
            onAccepted: root.accepted()
        }
        DeskText {
            anchors.fill: parent
            anchors.leftMargin: 16
            visible: input.length === 0
            text: root.placeholder
            color: Theme.scheme.inkMuted
        }
    }
    DeskText {
        visible: root.error.length > 0
        width: root.width
        text: root.error
        color: Theme.scheme.danger
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
