// ErrorNotice: what happened, what is safe, what you can do, whom to call; in this order. The code is small, for the staff.
// Properties: title, safe, remedy, actionText, code. Signals: actionPressed(), helpPressed(), closed().
import QtQuick
import QtQuick.Layouts
import Tongban.Theme
import Tongban.Controls

Overlay {
    id: root

    property string safe: ""
    property string remedy: ""
    property string actionText: qsTr("Try again")
    property string code: ""

    signal actionPressed()
    signal helpPressed()
    signal closed()

    IconBox {
        name: "alert"
        tint: "error"
        size: Theme.pt(110)
    }
    Words {
        width: parent.width
        text: root.title
        size: 54
        serif: true
        strong: true
        lineHeight: 0.92
        Accessible.role: Accessible.AlertMessage
    }
    NoteBox {
        width: parent.width
        visible: text.length > 0
        kind: "done"
        iconName: "shield-check"
        text: root.safe
    }
    Words {
        width: parent.width
        visible: text.length > 0
        text: root.remedy
        size: 34
    }
    PrimaryButton {
        width: parent.width
        text: root.actionText
        iconName: "refresh"
        onPressed: root.actionPressed()
    }
    RowLayout {
        width: parent.width
        spacing: Theme.gutter

        SecondaryButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 100
            text: qsTr("Call someone")
            iconName: "helping-hand"
            onPressed: root.helpPressed()
        }
        SecondaryButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 100
            text: qsTr("Close")
            iconName: "x"
            onPressed: root.closed()
        }
    }
    Words {
        width: parent.width
        visible: text.length > 0
        text: root.code
        size: 24
        color: Theme.scheme.inkMuted
    }
}
