// FocusRing: gap, ink, gold; visible on every ground. Put it in a control as its last child.
import QtQuick
import Tongban.Theme

Item {
    id: root

    property bool shown: parent ? parent.activeFocus : false
    property real radius: Theme.radiusLarge

    anchors.fill: parent
    visible: shown
    z: 10

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.pt(10)
        radius: root.radius + Theme.pt(10)
        color: "transparent"
        border.width: Theme.pt(6)
        border.color: Theme.scheme.focusInner
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.pt(15)
        radius: root.radius + Theme.pt(15)
        color: "transparent"
        border.width: Theme.pt(5)
        border.color: Theme.scheme.focusOuter
    }
}
