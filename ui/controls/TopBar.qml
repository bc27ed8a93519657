// TopBar: where we are and what time it is; nothing to press.
import QtQuick
import Tongban.Theme

Item {
    id: root

    required property string hallName
    required property string timeText
    required property string dateText
    property string title: ""
    property string person: ""

    implicitHeight: Theme.topBarHeight
    implicitWidth: Theme.readingWidth

    Row {
        id: brand

        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.pt(18)

        BrandMark {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.pt(Theme.elder ? 72 : 60)
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter

            Words {
                text: qsTr("Tongban")
                size: 36
                serif: true
                strong: true
                font.letterSpacing: Theme.pt(2.6)
                height: Theme.grow(44)
                verticalAlignment: Text.AlignVCenter
            }
            Words {
                width: Math.min(implicitWidth, root.width - right.width - brand.x * 2 - Theme.pt(90))
                text: root.hallName
                size: 24
                color: Theme.scheme.inkMuted
                height: Theme.grow(33)
                maximumLineCount: 1
                verticalAlignment: Text.AlignVCenter
            }
        }
    }

    Words {
        // Centred, but pushed aside rather than over its neighbours.
        readonly property real room: right.x - brand.x - brand.width - Theme.pt(40)

        anchors.verticalCenter: parent.verticalCenter
        visible: root.title.length > 0 && room > Theme.pt(150)
        width: Math.min(implicitWidth, room)
        x: Math.max(brand.x + brand.width + Theme.pt(20), Math.min((root.width - width) / 2, right.x - width - Theme.pt(20)))
        text: root.title
        size: 30
        strong: true
        wrapMode: Text.NoWrap
        elide: Text.ElideNone
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.smallest
    }

    Row {
        id: right

        anchors.verticalCenter: parent.verticalCenter
        x: root.width - width - Theme.margin
        spacing: Theme.pt(28)

        PersonChip {
            anchors.verticalCenter: parent.verticalCenter
            name: root.person
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter

            Words {
                anchors.right: parent.right
                text: root.timeText
                size: 36
                digits: true
                strong: true
                height: Theme.grow(42)
                verticalAlignment: Text.AlignVCenter
            }
            Words {
                anchors.right: parent.right
                visible: !Theme.elder
                text: root.dateText
                size: 24
                color: Theme.scheme.inkMuted
                height: Theme.grow(34)
                verticalAlignment: Text.AlignVCenter
            }
        }
    }
}
