// OptionCard: an answer with a picture.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Pressable {
    id: root

    required property string title
    property string hint: ""
    property string iconName: ""
    property url picture
    property bool single: true

    spoken: title
    spokenMore: hint
    role: single ? Accessible.RadioButton : Accessible.CheckBox
    checkable: true
    implicitHeight: words.y + words.implicitHeight + Theme.pt(24)

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.checked ? Theme.scheme.primarySofter : root.down ? Theme.scheme.primarySoft : Theme.scheme.surface
        border.width: root.checked ? Theme.stroke * 2 : Theme.stroke
        border.color: root.checked ? Theme.scheme.primary : Theme.scheme.edge
    }
    OptionMark {
        x: root.width - width - Theme.pt(22)
        y: Theme.pt(22)
        on: root.checked
        single: root.single
    }
    Item {
        id: art

        y: Theme.pt(Theme.landscape ? 56 : 64)
        width: parent.width
        height: Theme.pt(Theme.landscape ? 120 : 150)

        Image {
            anchors.fill: parent
            visible: String(root.picture).length > 0
            source: root.picture
            fillMode: Image.PreserveAspectFit
            sourceSize.height: height
        }
        Rectangle {
            anchors.centerIn: parent
            visible: String(root.picture).length === 0
            width: parent.height
            height: width
            radius: width / 2
            color: root.checked ? Theme.scheme.primarySoft : Theme.scheme.primarySofter

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                size: parent.width * 0.54
                strokeWidth: 1.6
            }
        }
    }
    Column {
        id: words

        y: art.y + art.height + Theme.pt(18)
        x: Theme.pt(12)
        width: parent.width - x * 2

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.title
            size: Theme.elder ? 36 : 40
            strong: true
            lineHeight: lineCount > 1 ? 0.85 : 1
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: text.length > 0
            horizontalAlignment: Text.AlignHCenter
            text: root.hint
            size: 27
            color: Theme.scheme.inkMuted
            lineHeight: lineCount > 1 ? 0.88 : 1
            Accessible.ignored: true
        }
    }
}
