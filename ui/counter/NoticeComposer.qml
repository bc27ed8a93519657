// NoticeComposer: the one notice of everything missing (行政许可法 art. 32), with what the citizen will see.
// documents: {id, name}. Out: sent(items: [{material, name, problem, remedy}]).
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Item {
    id: root

    required property var documents
    required property string applicant
    required property string dueText
    property bool busy: false
    property string fault: ""

    property var chosen: ({}) // id → {problem, remedy}
    property bool allRead: false
    readonly property var items: documents.filter(document => chosen[document.id] !== undefined)
        .map(document => ({ material: document.id, name: document.name, problem: chosen[document.id].problem,
            remedy: chosen[document.id].remedy }))
    readonly property bool complete: items.length > 0 && allRead
        && items.every(item => item.problem.trim().length > 0 && item.remedy.trim().length > 0)

    signal cancelled()
    signal sent(var items)

    function put(id, key, text) {
        const copy = Object.assign({}, chosen);
        copy[id] = Object.assign({ problem: "", remedy: "" }, copy[id] ?? {});
        if (key.length > 0)
            copy[id][key] = text;
        chosen = copy;
    }
    function drop(id) {
        const copy = Object.assign({}, chosen);
        delete copy[id];
        chosen = copy;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.scheme.scrim
    }
    MouseArea { anchors.fill: parent }
    Rectangle {
        anchors.centerIn: parent
        width: 1320
        height: 780
        radius: 26
        color: Theme.scheme.surface

        DeskText {
            x: 38
            y: 34
            text: qsTr("Say once what is missing")
            font.family: Theme.serif
            font.pixelSize: 32
            font.weight: Font.Bold
            color: Theme.scheme.inkStrong
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        DeskText {
            x: 38
            y: 84
            text: qsTr("A case may be told only once. Write everything, and how it will be right. The clock stops when sent.")
            color: Theme.scheme.inkMuted
        }
        Flickable {
            id: area

            x: 38
            y: 126
            width: 790
            height: 440
            contentHeight: list.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: list

                width: parent.width
                spacing: 14

                Repeater {
                    model: root.documents

                    NoticeItem {
                        required property var modelData

                        width: list.width
                        name: modelData.name
                        checked: root.chosen[modelData.id] !== undefined
                        onToggled: on => on ? root.put(modelData.id, "", "") : root.drop(modelData.id)
                        onProblemEdited: text => root.put(modelData.id, "problem", text)
                        onRemedyEdited: text => root.put(modelData.id, "remedy", text)
                    }
                }
            }
        }
        DeskText {
            x: 38
            y: 584
            text: qsTr("To be handed in by %1").arg(root.dueText)
            font.weight: Font.DemiBold
            color: Theme.scheme.inkStrong
        }
        DeskCheck {
            x: 38
            y: 620
            width: 790
            text: qsTr("I have read all %1 papers; besides these nothing is missing").arg(root.documents.length)
            checked: root.allRead
            onToggled: on => root.allRead = on
        }
        DeskText {
            x: 38
            y: 672
            width: 790
            visible: root.fault.length > 0
            text: root.fault
            color: Theme.scheme.danger
        }
        DeskButton {
            x: 38
            y: 704
            text: qsTr("Cancel")
            shortcut: "Esc"
            onPressed: root.cancelled()
        }
        DeskButton {
            x: 828 - width
            y: 704
            weight: "primary"
            iconName: "send"
            text: root.busy ? qsTr("Sending …") : qsTr("Send to the applicant")
            available: root.complete && !root.busy
            reason: qsTr("Choose what is missing, say why and how to mend it, and confirm that you read everything")
            onPressed: root.sent(root.items)
        }
        PhonePreview {
            anchors.right: parent.right
            width: 452
            height: parent.height
            applicant: root.applicant
            items: root.items
            dueText: root.dueText
        }
    }
    Shortcut {
        sequence: "Escape"
        enabled: root.visible
        onActivated: root.cancelled()
    }
}
