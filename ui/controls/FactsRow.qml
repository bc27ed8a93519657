// FactsRow: who, how long, what it costs, how many trips. `facts`: [{icon, label, value, note}].
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Card {
    id: root

    required property var facts
    readonly property int columns: Theme.elder ? 2 : Math.min(4, Math.max(1, facts.length))

    implicitHeight: grid.implicitHeight + Theme.pt(36)

    Grid {
        id: grid

        y: Theme.pt(18)
        width: parent.width
        columns: root.columns
        rowSpacing: Theme.pt(16)

        Repeater {
            model: root.facts

            Item {
                id: fact

                required property var modelData
                required property int index

                width: root.width / root.columns
                height: words.implicitHeight

                Rectangle {
                    visible: fact.index % root.columns > 0
                    width: Theme.pt(2)
                    height: parent.height
                    color: Theme.scheme.hair
                }
                Column {
                    id: words

                    x: Theme.pt(Theme.landscape ? 22 : 34)
                    width: parent.width - x - Theme.pt(6)

                    Row {
                        spacing: Theme.pt(10)

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            name: fact.modelData.icon
                            size: Theme.grow(32)
                            strokeWidth: 2
                        }
                        Words {
                            text: fact.modelData.label
                            size: 26
                            color: Theme.scheme.inkMuted
                        }
                    }
                    Words {
                        width: parent.width
                        text: fact.modelData.value
                        size: Theme.landscape ? 32 : 36
                        strong: true
                        lineHeight: lineCount > 1 ? 0.85 : 1
                    }
                    Words {
                        width: parent.width
                        visible: text.length > 0
                        text: fact.modelData.note ?? ""
                        size: 25
                        color: Theme.scheme.inkMuted
                        lineHeight: lineCount > 1 ? 0.85 : 1
                    }
                }
            }
        }
    }
}
