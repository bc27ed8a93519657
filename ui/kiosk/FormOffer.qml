// FormOffer: a value we could take over, with its source.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Pressable {
    id: root

    required property string title
    property string note: ""

    signal taken()

    spoken: qsTr("Use %1").arg(title)
    spokenMore: note
    implicitHeight: Math.max(Theme.pt(144), words.implicitHeight + Theme.pt(36))
    onPressed: root.taken()

    Card {
        anchors.fill: parent
        color: root.down ? Theme.scheme.primarySoft : Theme.scheme.surface
    }
    IconBox {
        id: box

        x: Theme.pt(30)
        anchors.verticalCenter: parent.verticalCenter
        name: "badge-check"
        tint: "done"
        size: Theme.pt(84)
    }
    Column {
        id: words

        anchors.left: box.right
        anchors.leftMargin: Theme.pt(24)
        anchors.right: take.left
        anchors.rightMargin: Theme.pt(12)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: root.title
            size: 42
            digits: true
            strong: true
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            text: root.note
            size: 27
            color: Theme.scheme.inkMuted
            Accessible.ignored: true
        }
    }
    Rectangle {
        id: take

        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(30)
        anchors.verticalCenter: parent.verticalCenter
        width: takeWords.implicitWidth + Theme.pt(52)
        height: Theme.grow(72)
        radius: Theme.radius
        color: Theme.scheme.primary

        Words {
            id: takeWords

            anchors.centerIn: parent
            text: qsTr("Use it")
            size: 28
            strong: true
            color: Theme.scheme.primaryInk
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
