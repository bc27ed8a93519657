// KioskPage: the anatomy of every page: blocks in a flow, an action bar, a keyboard if one is needed. The chrome
// (top bar, journey, dock) belongs to KioskFrame, which reads journeyIndex, barTitle and hero.
// Declare `actions` in the order of the tab key: primary first, back last; they stand from right to left.
import QtQuick
import QtQuick.Layouts
import Tongban.Theme
import Tongban.Controls

Item {
    id: root

    property string title: ""
    property int journeyIndex: -1
    property string barTitle: ""
    property bool hero: false
    property bool dockShown: true
    property bool chromeShown: true
    // What speech reads first; the title and its hint when empty.
    property string speakText: title
    property real contentTop: Theme.pt(journeyIndex >= 0 ? 240 : 138)
    property bool hasActions: true
    property alias spacing: flow.spacing
    property alias screenful: flow.page
    readonly property alias screenfuls: flow.pageCount
    readonly property real keyboardHeight: keys.visible ? keys.implicitHeight : 0

    default property alias blocks: flow.data
    property alias actions: bar.data
    property alias backdrop: back.data
    // Keyboards; the visible one counts.
    property alias keyboard: keys.data
    property bool keyboardShown: false

    // Gives the focus to the title, which assistive technology then announces.
    function announce() {
        for (let i = 0; i < flow.children.length; ++i) {
            const block = flow.children[i];
            if (block.announces === true) {
                block.forceActiveFocus(Qt.OtherFocusReason);
                return;
            }
        }
        root.forceActiveFocus(Qt.OtherFocusReason);
    }

    readonly property real footHeight: dockShown ? Theme.dockHeight : Theme.pt(144)
    readonly property real barHeight: hasActions ? Theme.primaryHeight : 0
    readonly property real barBottom: height - footHeight - (keyboardHeight > 0 && !Theme.landscape ? Theme.pt(16) : Theme.actionGap)
    readonly property real contentBottom: Math.min(
        hasActions ? barBottom - barHeight - Theme.pt(20) : height - footHeight - Theme.pt(20),
        keyboardHeight > 0 ? keys.y - Theme.pt(12) : height)

    Accessible.role: Accessible.Pane
    Accessible.name: title

    Item {
        id: back

        anchors.fill: parent
    }

    Rectangle {
        // The acting column of a wide screen stands on the plain page colour.
        visible: Theme.landscape
        x: Theme.readingWidth
        width: parent.width - x
        height: parent.height
        color: Theme.scheme.page
    }

    PageFlow {
        id: flow

        y: root.contentTop
        width: root.width
        height: root.contentBottom - y
        spacing: Theme.gutter
        reachTop: Theme.reachTop - y
        gathered: Theme.lowPosition
        twoColumns: Theme.landscape
        readingX: Theme.landscape ? Theme.pt(48) : Theme.margin
        readingWidth: Theme.landscape ? Theme.pt(904) : root.width - Theme.margin * 2
        readingBottom: root.height - Theme.pt(24) - y
        actingX: Theme.pt(1048)
        actingWidth: root.width - Theme.pt(1048 + 48)
        actingTop: Theme.pt(44) - y
        moreHeight: Theme.comfortSize + Theme.pt(16)
    }

    RowLayout {
        id: more

        visible: flow.pageCount > 1
        x: Theme.landscape ? flow.actingX : Theme.margin
        y: root.contentBottom - height
        width: Theme.landscape ? flow.actingWidth : flow.readingWidth
        height: Theme.comfortSize
        spacing: Theme.gap

        MiniButton {
            Layout.fillHeight: true
            visible: flow.page > 0
            text: qsTr("Back up")
            iconName: "chevron-up"
            onPressed: flow.page -= 1
        }
        MiniButton {
            Layout.fillHeight: true
            Layout.fillWidth: true
            visible: flow.page + 1 < flow.pageCount
            text: qsTr("See more (%1 of %2)").arg(flow.page + 1).arg(flow.pageCount)
            iconName: "chevron-down"
            onPressed: flow.page += 1
        }
    }

    Item {
        id: keys

        readonly property real span: Theme.landscape ? root.width - Theme.readingWidth : root.width

        visible: root.keyboardShown
        x: root.width - span
        y: (Theme.landscape ? root.barBottom - root.barHeight - Theme.pt(16) : root.height - root.footHeight - bar.height - Theme.pt(24)) - height
        width: span
        implicitHeight: visibleChildren.length > 0 ? visibleChildren[0].implicitHeight : 0
        height: implicitHeight
    }
    Rectangle {
        visible: root.keyboardHeight > 0 && !Theme.landscape
        y: keys.y + keys.height
        width: parent.width
        height: root.height - root.footHeight - y
        color: Theme.scheme.key.tray
    }

    RowLayout {
        id: bar

        x: Theme.landscape ? flow.actingX : Theme.margin
        y: root.barBottom - height
        width: Theme.landscape ? flow.actingWidth : root.width - Theme.margin * 2
        height: root.keyboardHeight > 0 && !Theme.landscape ? Theme.primaryHeight - Theme.pt(Theme.elder ? 0 : 12) : Theme.primaryHeight
        spacing: Theme.gutter
        layoutDirection: Qt.RightToLeft
    }
}
