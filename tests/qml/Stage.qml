// Stage: the kiosk frame with one fixture on it, for pictures and for checks of a page alone.
// A fixture is a page; its optional `stageOverlay` is a component shown over it.
import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskFrame {
    id: stage

    property url fixture
    property string mode: "light"
    property bool low: false
    readonly property Item shown: pageLoader.item

    hallName: "示范区行政服务大厅"
    timeText: pageLoader.item?.stageTime ?? "10:24"
    dateText: pageLoader.item?.stageDate ?? "9月9日 星期三"
    person: pageLoader.item?.stagePerson ?? ""
    atRest: pageLoader.item?.stageAtRest ?? false
    page: pageLoader.item
    focus: true
    onModeChanged: Theme.mode = mode
    onLowChanged: Theme.lowPosition = low


    Loader {
        id: pageLoader

        anchors.fill: parent
        source: stage.fixture
    }

    overlay: Loader {
        id: overlayLoader

        anchors.fill: parent
        visible: status === Loader.Ready
        sourceComponent: pageLoader.item?.stageOverlay ?? null
    }
}
