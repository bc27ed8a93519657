// OptionMark: the box of an answer, ticked or not.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    property bool on: false
    property bool single: false

    implicitWidth: Theme.pt(56)
    implicitHeight: Theme.pt(56)
    radius: single ? width / 2 : Theme.pt(16)
    color: on ? Theme.scheme.primary : Theme.scheme.surface
    border.width: Theme.pt(4)
    border.color: on ? Theme.scheme.primary : Theme.scheme.edge

    Icon {
        anchors.centerIn: parent
        visible: root.on
        name: "check"
        size: Theme.pt(36)
        strokeWidth: 3.4
        colour: Theme.scheme.primaryInk
    }
}
