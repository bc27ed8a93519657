// KioskFrame: the chrome around the pages: top bar, journey line, dock, and room for an overlay between page and dock.
// Pages go into the default slot; `page` names the one whose title, journey and hero setting the chrome shows.
// Signals: assistAsked("exit"|"map"|"read"|"large"|"contrast"|"low"|"language"|"help").
import QtQuick
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    required property string hallName
    required property string timeText
    required property string dateText
    property KioskPage page: null
    property string person: ""
    property string otherLanguage: "English"
    property bool reading: false
    property bool atRest: false
    default property alias pages: pageArea.data
    property alias overlay: overlayArea.data
    readonly property bool covered: overlayArea.children.length > 0 && overlayArea.visibleChildren.length > 0

    signal assistAsked(string id)

    color: Theme.scheme.page

    function fit() {
        Theme.screenWidth = width;
        Theme.screenHeight = height;
    }

    onWidthChanged: fit()
    onHeightChanged: fit()
    Component.onCompleted: fit()

    Item {
        id: pageArea

        anchors.fill: parent
        enabled: !root.covered
    }

    Item {
        visible: root.page !== null && root.page.chromeShown
        width: Theme.readingWidth
        height: Theme.pt(236)

        TopBar {
            width: parent.width
            hallName: root.hallName
            timeText: root.timeText
            dateText: root.dateText
            title: root.page ? root.page.barTitle : ""
            person: root.person
        }
        JourneyLine {
            visible: root.page !== null && root.page.journeyIndex >= 0
            x: Theme.landscape ? Theme.pt(40) : Theme.margin
            y: Theme.pt(124)
            width: parent.width - x * 2
            index: root.page ? Math.max(0, root.page.journeyIndex) : 0
        }
    }

    Item {
        id: overlayArea

        anchors.fill: parent
        anchors.bottomMargin: root.page !== null && root.page.dockShown ? dock.height : 0
    }

    AssistDock {
        id: dock

        visible: root.page !== null && root.page.dockShown
        x: Theme.landscape ? Theme.readingWidth : 0
        y: root.height - height
        width: root.width - x
        height: implicitHeight
        atRest: root.atRest
        reading: root.reading
        otherLanguage: root.otherLanguage
        onAsked: id => root.assistAsked(id)
    }
}
