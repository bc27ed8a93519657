// CaptureCard: the open material with the document camera. `material`: see MaterialsPage.open.
import QtQuick
import QtQuick.Layouts
import Tongban.Theme
import Tongban.Controls

Card {
    id: root

    required property var material
    property Component sampleDrawing: null

    signal shootPressed()
    signal phonePressed()

    PageFlow.actsFrom: implicitHeight - Theme.grow(92) - Theme.pt(30)
    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width

        Item {
            width: parent.width
            height: Math.max(words.implicitHeight, tag.implicitHeight) + Theme.pt(42)

            Column {
                id: words

                x: Theme.cardPadding
                y: Theme.pt(24)
                width: tag.x - x - Theme.pt(10)

                Words {
                    width: parent.width
                    text: root.material.title ?? ""
                    size: 36
                    strong: true
                    lineHeight: lineCount > 1 ? 0.88 : 1
                    Accessible.role: Accessible.Heading
                }
                Words {
                    width: parent.width
                    text: root.material.hint ?? ""
                    size: 26
                    color: Theme.scheme.inkMuted
                    lineHeight: lineCount > 1 ? 0.88 : 1
                }
            }
            Tag {
                id: tag

                x: parent.width - Theme.cardPadding - (visible ? width : 0)
                y: Theme.pt(36)
                text: root.material.rejected ?? root.material.tag ?? ""
                iconName: root.material.rejected ? "alert" : "scan"
                kind: root.material.rejected ? "error" : "here"
                maximumWidth: Theme.pt(420)
            }
        }
        ScanView {
            x: root.border.width
            width: parent.width - x * 2
            checks: root.material.checks ?? []
            thumbs: root.material.thumbs ?? []
            source: root.material.source ?? ""
            advice: root.material.advice ?? qsTr("Lay it flat and take your hand away. The picture takes itself.")
            sample: root.sampleDrawing
        }
        RowLayout {
            x: Theme.cardPadding
            width: parent.width - x * 2
            height: Theme.grow(92) + Theme.pt(52)
            spacing: Theme.pt(20)

            MiniButton {
                Layout.preferredHeight: Theme.grow(92)
                text: qsTr("Use my phone")
                size: 32
                iconName: "smartphone"
                onPressed: root.phonePressed()
            }
            MiniButton {
                Layout.preferredHeight: Theme.grow(92)
                Layout.fillWidth: true
                strong: true
                size: 34
                text: qsTr("Take this page")
                iconName: "camera"
                onPressed: root.shootPressed()
            }
        }
    }
}
