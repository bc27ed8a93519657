// KeyButton: one key of a keyboard or pad.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Pressable {
    id: root

    property string text: ""
    property string iconName: ""
    property bool functional: false
    property real size: functional ? 31 : 44
    property bool digits: false

    spoken: text
    debounce: 0
    radius: Theme.pt(18)

    Rectangle {
        y: Theme.pt(3)
        width: parent.width
        height: parent.height
        radius: root.radius
        color: Theme.scheme.key.edge
    }
    Rectangle {
        width: parent.width
        height: parent.height - (Theme.highContrast ? 0 : 1)
        radius: root.radius
        color: root.down ? Theme.scheme.primarySoft : root.functional ? Theme.scheme.key.functionFace : Theme.scheme.key.face
        border.width: Theme.highContrast ? Theme.pt(2) : 0
        border.color: Theme.scheme.key.edge
    }
    Row {
        anchors.centerIn: parent
        spacing: Theme.pt(8)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName.length > 0
            name: root.iconName
            size: Theme.pt(44)
            strokeWidth: 2
            colour: Theme.scheme.key.ink
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            visible: text.length > 0 && (root.iconName.length === 0 || root.functional)
            width: Math.min(implicitWidth, root.width - Theme.pt(8) - (root.iconName.length > 0 ? Theme.pt(52) : 0))
            text: root.iconName.length > 0 && root.width < Theme.pt(130) ? "" : root.text
            size: root.size / Theme.growth * (Theme.elder ? 1.15 : 1)
            digits: root.digits
            strong: root.functional
            font.weight: root.functional || root.digits ? Font.DemiBold : Font.Medium
            color: Theme.scheme.key.ink
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.smallest
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
