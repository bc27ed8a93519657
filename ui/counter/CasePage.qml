// CasePage: one case; check points, papers, comparison, route, and the acts allowed now.
// view: {title, number, lamp, lampText, milestones, points, documents, compare, shapes, edges, routeNote, views,
//        acts: [approve, supplement, refuse], approveText, blocked (why deciding is not possible yet, or "")}
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Item {
    id: root

    required property var view
    required property string document
    property bool busy: false
    property string fault: ""
    property alias opinion: opinionBox.text

    signal backRequested()
    signal documentChosen(string id)
    signal approved(string opinion)
    signal supplementRequested()
    signal refusalRequested()

    function allows(act) {
        return (view?.acts ?? []).includes(act);
    }

    Rectangle {
        id: head

        width: parent.width
        height: Desk.header
        color: Theme.scheme.surface

        Pressable {
            x: 20
            anchors.verticalCenter: parent.verticalCenter
            width: 48
            height: 48
            spoken: qsTr("Back to the list")
            onPressed: root.backRequested()

            Icon {
                anchors.centerIn: parent
                name: "arrow-left"
                size: 26
                colour: Theme.scheme.inkStrong
            }
        }
        DeskText {
            x: 80
            y: 10
            text: root.view?.title ?? ""
            font.family: Theme.serif
            font.pixelSize: Desk.h2
            font.weight: Font.Bold
            color: Theme.scheme.inkStrong
            wrapMode: Text.NoWrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        DeskText {
            x: 80
            y: 44
            text: root.view?.number ?? ""
            font.family: Theme.digits
            font.pixelSize: Desk.label
            color: Theme.scheme.inkMuted
        }
        DeadlineLamp {
            x: 440
            anchors.verticalCenter: parent.verticalCenter
            lamp: root.view?.lamp ?? "green"
            text: root.view?.lampText ?? ""
        }
        DeskText {
            anchors.right: parent.right
            anchors.rightMargin: 24
            anchors.verticalCenter: parent.verticalCenter
            text: root.view?.views ?? ""
            font.pixelSize: Desk.label
            color: Theme.scheme.inkMuted
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.scheme.hair
        }
    }
    CheckList {
        id: points

        y: head.height
        width: 348
        height: parent.height - head.height - foot.height
        points: root.view?.points ?? []
        current: (root.view?.points ?? []).find(point => point.material === root.document)?.id ?? ""
        onPointChosen: id => {
            const point = points.points.find(one => one.id === id);
            if (point && point.material.length > 0)
                root.documentChosen(point.material);
        }
    }
    DocumentViewer {
        x: 348
        y: head.height
        width: parent.width - 348 - 520
        height: parent.height - head.height - foot.height
        documents: root.view?.documents ?? []
        current: root.document
        shapes: root.view?.shapes ?? []
        edges: root.view?.edges ?? []
        routeNote: root.view?.routeNote ?? ""
        onDocumentChosen: id => root.documentChosen(id)
    }
    Rectangle {
        id: side

        anchors.right: parent.right
        y: head.height
        width: 520
        height: parent.height - head.height - foot.height
        color: Theme.scheme.surface

        CompareTable {
            x: 24
            y: 20
            width: parent.width - 48
            rows: root.view?.compare ?? []
        }
        DeskParagraph {
            id: opinionBox

            x: 24
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 20
            width: parent.width - 48
            label: qsTr("Opinion")
            placeholder: qsTr("For the record; the citizen can read it")
        }
    }
    DecisionBar {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        note: root.fault.length > 0 ? root.fault : root.view?.blocked ?? ""
        bad: root.fault.length > 0
        busy: root.busy
        approveText: root.view?.approveText ?? qsTr("Approve")
        canApprove: root.allows("approve") && (root.view?.blocked ?? "").length === 0
        canSupplement: root.allows("supplement")
        canRefuse: root.allows("refuse")
        blocked: root.view?.blocked ?? ""
        onApproveRequested: root.approved(opinionBox.text)
        onSupplementRequested: root.supplementRequested()
        onRefuseRequested: root.refusalRequested()
    }
    Shortcut {
        sequence: "Ctrl+Return"
        enabled: foot.canApprove && !root.busy && root.visible && root.enabled
        onActivated: root.approved(opinionBox.text)
    }
    Shortcut {
        sequence: "Escape"
        enabled: root.visible && root.enabled
        onActivated: root.backRequested()
    }
}
