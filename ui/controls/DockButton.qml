// DockButton: one switch of the dock.
import QtQuick
import Tongban.Theme

Pressable {
    id: root

    required property string text
    required property string iconName
    property bool on: false

    spoken: text
    checkable: true
    checked: on
    radius: Theme.pt(Theme.elder ? 32 : 22)

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.on ? Pigments.white : root.down ? Pigments.ink700 : "transparent"
        border.width: Theme.elder || Theme.highContrast ? Theme.pt(3) : 0
        border.color: Pigments.white
    }
    Column {
        anchors.centerIn: parent
        spacing: Theme.pt(2)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: root.iconName
            size: Theme.pt(Theme.elder ? 60 : Theme.landscape ? 38 : 44)
            colour: root.on ? Pigments.night900 : Theme.scheme.dockInk
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, root.width - Theme.pt(2))
            horizontalAlignment: Text.AlignHCenter
            text: root.text
            size: Theme.elder ? 30 : Theme.landscape ? 24 : 26
            strong: root.on
            color: root.on ? Pigments.night900 : Theme.scheme.dockInk
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.smallest
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
