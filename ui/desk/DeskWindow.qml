// DeskWindow: the device desk in a window of its own, beside the kiosk.
import QtQuick
import Tongban.Theme
import Tongban.Desk

Window {
    id: root

    required property DeskModel desk

    function fit() {
        Theme.screenWidth = width;
        Theme.screenHeight = height;
    }

    title: qsTr("Device desk")
    color: Theme.scheme.page
    minimumWidth: 960
    minimumHeight: 540
    onWidthChanged: fit()
    onHeightChanged: fit()
    Component.onCompleted: fit()

    DeskBoard {
        anchors.fill: parent
        desk: root.desk
    }
}
