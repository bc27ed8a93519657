// AbilityStrip: what the kiosk can do at this moment, one mark each; what it cannot is crossed and says so to a reader.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Row {
    id: root

    required property var abilities
    readonly property var words: ({
        "read-id-card": [qsTr("ID card"), "id-card"], "read-social-card": [qsTr("Social card"), "heart-hand"],
        "scan-code": [qsTr("Codes"), "qr"], "print-receipt": [qsTr("Tickets"), "receipt"],
        "print-document": [qsTr("Pages"), "printer"], "capture-document": [qsTr("Papers"), "camera"]
    })

    spacing: Theme.pt(12)

    Repeater {
        model: root.abilities.filter(ability => root.words[ability.id] !== undefined)

        Rectangle {
            id: chip

            required property var modelData
            readonly property color ink: modelData.available ? Theme.scheme.done : Theme.scheme.danger

            width: line.implicitWidth + Theme.pt(34)
            height: Theme.pt(56)
            radius: height / 2
            color: modelData.available ? Theme.scheme.surface : Theme.scheme.dangerSofter
            border.width: Theme.pt(2)
            border.color: modelData.available ? Theme.scheme.done : Theme.scheme.dangerFill
            Accessible.role: Accessible.Indicator
            Accessible.name: root.words[modelData.id][0] + (modelData.available ? qsTr(": can be used") : qsTr(": cannot be used"))

            Row {
                id: line

                anchors.centerIn: parent
                spacing: Theme.pt(8)

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: chip.modelData.available ? "check" : "x"
                    size: Theme.pt(26)
                    strokeWidth: 3
                    colour: chip.ink
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.words[chip.modelData.id][0]
                    size: 24
                    strong: true
                    color: chip.ink
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
