// AnswerCard: what an entry of the knowledge base says, copied from it, with its source and the item it leads to.
// `answer`: {title, tag, text, more (there is more in the entry than `text`), source, itemTitle}, or null.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Card {
    id: root

    required property var answer
    readonly property string title: answer?.title ?? ""
    readonly property string text: answer?.text ?? ""
    readonly property string source: answer?.source ?? ""
    readonly property string tag: answer?.tag ?? ""
    readonly property bool more: answer?.more ?? false
    readonly property string itemTitle: answer?.itemTitle ?? ""

    signal moreWanted()
    signal itemWanted()

    PageFlow.acts: more || itemTitle.length > 0
    PageFlow.actsFrom: reading.implicitHeight + Theme.pt(40)
    implicitHeight: body.implicitHeight + Theme.pt(60)

    Column {
        id: body

        x: Theme.cardPadding
        y: Theme.pt(28)
        width: parent.width - x * 2
        spacing: Theme.pt(16)

        Column {
            id: reading

            width: parent.width
            spacing: Theme.pt(12)

            Tag {
                text: root.tag
                iconName: "message"
                kind: "info"
                maximumWidth: body.width
            }
            Words {
                width: parent.width
                text: root.title
                size: 44
                strong: true
                lineHeight: 0.9
                Accessible.role: Accessible.Heading
            }
            Words {
                width: parent.width
                text: root.text
            }
            Words {
                width: parent.width
                text: qsTr("Source: %1").arg(root.source)
                size: 26
                color: Theme.scheme.inkMuted
            }
        }
        PrimaryButton {
            width: parent.width
            visible: root.itemTitle.length > 0
            text: qsTr("Start: %1").arg(root.itemTitle)
            onPressed: root.itemWanted()
        }
        SecondaryButton {
            width: parent.width
            visible: root.more
            text: qsTr("Read all of it")
            iconName: "file-text"
            onPressed: root.moreWanted()
        }
    }
}
