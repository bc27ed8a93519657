// ProgressSegments: n of m, as beads on a line.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme

Item {
    id: root

    required property int done
    required property int total
    property bool working: done < total

    implicitHeight: words.implicitHeight
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 of %2 ready").arg(done).arg(total)

    Row {
        id: beads

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - words.width - Theme.pt(24)
        spacing: Theme.pt(10)

        Repeater {
            model: root.total

            Rectangle {
                required property int index
                readonly property bool here: root.working && index === root.done

                anchors.verticalCenter: parent.verticalCenter
                width: (beads.width - beads.spacing * (root.total - 1)) / Math.max(1, root.total)
                height: Theme.pt(here ? 24 : 18)
                radius: height / 2
                color: index < root.done ? Theme.scheme.doneFill : here ? Theme.scheme.here : Theme.scheme.hair
                border.width: here ? Theme.pt(3) : 0
                border.color: Theme.scheme.inkStrong
            }
        }
    }
    Words {
        id: words

        anchors.right: parent.right
        text: qsTr("%1 / %2 ready").arg(root.done).arg(root.total)
        size: 30
        strong: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
