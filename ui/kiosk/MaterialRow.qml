// MaterialRow: one material at rest: exempt, wanted with its ways, taken, or given later.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tongban.Theme
import Tongban.Controls

Card {
    id: root

    required property string title
    property string hint: ""
    property string tag: materialState === "ok" ? qsTr("Taken") : materialState === "later" ? qsTr("Later") : ""
    property string iconName: "file-text"
    property string tint: "here"
    property string materialState: "exempt"
    property var ways: []
    property bool sample: false
    property bool why: false

    signal wayChosen(string id)
    signal sampleAsked()
    signal whyAsked()

    PageFlow.actsFrom: why || sample ? Theme.pt(20) : head.height
    implicitHeight: head.height + (waysRow.visible ? waysRow.height + Theme.pt(30) : 0)

    Item {
        id: head

        width: parent.width
        height: Math.max(Theme.grow(122), words.implicitHeight + Theme.pt(28))

        IconBox {
            id: box

            x: Theme.pt(28)
            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            tint: root.tint
            size: Theme.pt(74)
        }
        Column {
            id: words

            anchors.left: box.right
            anchors.leftMargin: Theme.pt(22)
            anchors.right: side.left
            anchors.rightMargin: Theme.pt(12)
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                text: root.title
                size: 34
                strong: true
                lineHeight: lineCount > 1 ? 0.88 : 1
            }
            Words {
                width: parent.width
                visible: text.length > 0
                text: root.hint
                size: 26
                color: Theme.scheme.inkMuted
                lineHeight: lineCount > 1 ? 0.88 : 1
            }
        }
        Row {
            id: side

            anchors.right: parent.right
            anchors.rightMargin: Theme.pt(28)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            MiniButton {
                visible: root.why
                text: qsTr("Why?")
                spoken: qsTr("Why is %1 asked for?").arg(root.title)
                onPressed: root.whyAsked()
            }
            MiniButton {
                visible: root.sample
                text: qsTr("Sample")
                spoken: qsTr("Show a sample of %1").arg(root.title)
                iconName: "image"
                onPressed: root.sampleAsked()
            }
            Tag {
                anchors.verticalCenter: parent.verticalCenter
                text: root.tag
                iconName: root.materialState === "ok" ? "check" : ""
                kind: root.materialState === "later" ? "here" : "done"
                maximumWidth: Theme.pt(320)
            }
        }
    }
    RowLayout {
        id: waysRow

        visible: root.ways.length > 0 && root.materialState !== "ok"
        x: Theme.pt(28)
        y: head.height
        width: parent.width - x * 2
        height: Theme.grow(96)
        spacing: Theme.pt(20)

        Repeater {
            model: waysRow.visible ? root.ways : []

            MiniButton {
                required property var modelData

                Layout.fillWidth: true
                Layout.preferredWidth: 100
                Layout.fillHeight: true
                size: Theme.elder ? 26 : 31
                text: modelData.text
                spoken: modelData.text + ", " + root.title
                iconName: Theme.elder ? "" : modelData.icon
                onPressed: root.wayChosen(modelData.id)
            }
        }
    }
}
