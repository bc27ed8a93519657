// RefusalDialog: refusing needs a reason and a clause, and tells the citizen where to object.
import QtQuick
import Tongban.Theme
import Tongban.Counter

Item {
    id: root

    property bool busy: false
    property string fault: ""

    signal cancelled()
    signal refused(string reason, string clause)

    Rectangle {
        anchors.fill: parent
        color: Theme.scheme.scrim
    }
    MouseArea { anchors.fill: parent }
    Rectangle {
        anchors.centerIn: parent
        width: 760
        height: column.implicitHeight + 80
        radius: 26
        color: Theme.scheme.surface

        Column {
            id: column

            x: 40
            y: 40
            width: parent.width - 80
            spacing: 20

            DeskText {
                text: qsTr("Why can this not be done?")
                font.family: Theme.serif
                font.pixelSize: 30
                font.weight: Font.Bold
                color: Theme.scheme.inkStrong
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            DeskParagraph {
                id: why

                width: parent.width
                label: qsTr("Reason, in words the applicant understands")
            }
            DeskField {
                id: clause

                width: parent.width
                label: qsTr("Clause it rests on")
                error: root.fault
            }
            DeskText {
                width: parent.width
                text: qsTr("The notice also says where and until when the applicant can object.")
                color: Theme.scheme.inkMuted
            }
            Row {
                spacing: 16

                DeskButton {
                    text: qsTr("Cancel")
                    shortcut: "Esc"
                    onPressed: root.cancelled()
                }
                DeskButton {
                    weight: "danger"
                    text: qsTr("Refuse with this reason")
                    available: why.text.trim().length > 0 && clause.text.trim().length > 0 && !root.busy
                    reason: qsTr("Reason and clause are both needed")
                    onPressed: root.refused(why.text, clause.text)
                }
            }
        }
    }
    Shortcut {
        sequence: "Escape"
        enabled: root.visible
        onActivated: root.cancelled()
    }
}
