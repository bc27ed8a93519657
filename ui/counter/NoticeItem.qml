// NoticeItem: one paper in the notice: what is wrong with it and how it will be right.
import QtQuick
import Tongban.Theme
import Tongban.Counter

Rectangle {
    id: root

    required property string name
    property bool checked: false

    signal toggled(bool on)
    signal problemEdited(string text)
    signal remedyEdited(string text)

    height: column.implicitHeight + 28
    radius: 18
    color: checked ? Theme.scheme.primarySofter : Theme.scheme.surface
    border.width: 2
    border.color: checked ? Theme.scheme.primary : Theme.scheme.hair

    Column {
        id: column

        x: 20
        y: 14
        width: parent.width - 40
        spacing: 10

        DeskCheck {
            width: parent.width
            text: root.name
            checked: root.checked
            onToggled: on => root.toggled(on)
        }
        DeskField {
            visible: root.checked
            width: parent.width
            placeholder: qsTr("What is the problem")
            onTextChanged: root.problemEdited(text)
        }
        DeskField {
            visible: root.checked
            width: parent.width
            placeholder: qsTr("What the applicant should do")
            onTextChanged: root.remedyEdited(text)
        }
    }
}
