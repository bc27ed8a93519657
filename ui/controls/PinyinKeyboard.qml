// PinyinKeyboard: letters and the candidate bar; the engine is elsewhere. Reports `keyPressed(key)` with a letter, a sign or
// "space", "backspace", "shift", "symbols", "language", "handwriting", "voice", "hide", and `candidateChosen(index)`.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    property string composition: ""
    property var candidates: []        // [string], in the order of the engine
    property bool expanded: false      // the candidates take the place of the keys
    property bool chinese: true
    property bool shifted: false
    property bool symbols: false
    property bool handwriting: false   // offered by the engine
    property bool voice: false

    signal keyPressed(string key)
    signal candidateChosen(int index)
    signal expandPressed()

    readonly property var letterRows: symbols
        ? [["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"], ["-", "/", "：", "；", "（", "）", "#", "@", "“"],
           ["，", "。", "、", "？", "·", "+", "_"]]
        : [["q", "w", "e", "r", "t", "y", "u", "i", "o", "p"], ["a", "s", "d", "f", "g", "h", "j", "k", "l"],
           ["z", "x", "c", "v", "b", "n", "m"]]
    readonly property real keyHeight: Theme.pt(Theme.landscape ? 78 : 108)
    readonly property real inner: width - Theme.pt(40)

    implicitHeight: bar.height + rows.implicitHeight + Theme.pt(18)
    color: Theme.scheme.key.tray
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Pinyin keyboard")

    component Key: KeyButton {
        required property string key

        height: root.keyHeight
        onPressed: root.keyPressed(key)
    }

    Row {
        id: bar

        x: Theme.pt(24)
        height: Theme.pt(Theme.landscape ? 88 : 104)
        spacing: Theme.pt(10)

        Words {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth + Theme.pt(24), root.width * 0.3)
            visible: root.composition.length > 0
            text: root.composition
            color: Theme.scheme.key.ink
            elide: Text.ElideLeft
            wrapMode: Text.NoWrap
        }
        Repeater {
            model: root.candidates.slice(0, 5)

            Pressable {
                id: candidate

                required property string modelData
                required property int index

                anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                width: Math.max(Theme.pt(84), word.implicitWidth + Theme.pt(56))
                height: Theme.pt(Theme.landscape ? 66 : 84)
                visible: x + width < root.width - Theme.pt(130)
                radius: Theme.radius
                debounce: 0
                spoken: modelData
                onPressed: root.candidateChosen(index)

                Rectangle {
                    anchors.fill: parent
                    radius: parent.radius
                    color: candidate.index === 0 ? Theme.scheme.primary : candidate.down ? Theme.scheme.primarySoft : "transparent"
                }
                Words {
                    id: word

                    anchors.centerIn: parent
                    text: candidate.modelData
                    size: Theme.elder ? 36 : 42
                    font.weight: candidate.index === 0 ? Font.DemiBold : Font.Normal
                    color: candidate.index === 0 ? Theme.scheme.primaryInk : Theme.scheme.key.ink
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
    Pressable {
        id: more

        visible: root.candidates.length > 5
        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(24)
        y: bar.y + (bar.height - height) / 2
        width: Theme.pt(84)
        height: Theme.pt(Theme.landscape ? 66 : 84)
        radius: Theme.radius
        spoken: root.expanded ? qsTr("Fewer candidates") : qsTr("More candidates")
        onPressed: root.expandPressed()

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.scheme.key.functionFace
        }
        Icon {
            anchors.centerIn: parent
            name: root.expanded ? "chevron-up" : "chevron-down"
            size: Theme.pt(40)
            strokeWidth: 2.4
            colour: Theme.scheme.key.ink
        }
    }

    Column {
        id: rows

        y: bar.height
        x: Theme.pt(20)
        spacing: Theme.pt(12)
        visible: !root.expanded

        Repeater {
            model: root.letterRows

            Row {
                id: row

                required property var modelData
                required property int index
                readonly property bool last: index === 2
                readonly property real keyWidth: (root.inner - Theme.pt(90)) / 10

                anchors.horizontalCenter: index === 1 ? parent.horizontalCenter : undefined
                spacing: Theme.pt(10)

                Key {
                    visible: row.last
                    width: (root.inner - row.keyWidth * 7 - Theme.pt(80)) / 2
                    key: root.chinese || root.symbols ? "symbols" : "shift"
                    text: root.symbols ? qsTr("abc") : root.chinese ? "123" : qsTr("Shift")
                    functional: true
                }
                Repeater {
                    model: row.modelData

                    Key {
                        required property string modelData

                        width: row.keyWidth
                        key: root.shifted ? modelData.toUpperCase() : modelData
                        text: key
                    }
                }
                Key {
                    visible: row.last
                    width: (root.inner - row.keyWidth * 7 - Theme.pt(80)) / 2
                    key: "backspace"
                    text: ""
                    spoken: qsTr("Delete")
                    iconName: "backspace"
                    functional: true
                }
            }
        }
        Row {
            readonly property int extras: (root.handwriting ? 1 : 0) + (root.voice ? 1 : 0)
            readonly property real side: Theme.pt(147)
            readonly property real wide: Theme.pt(188)

            spacing: Theme.pt(10)

            Key {
                width: parent.side
                key: "language"
                text: qsTr("Chi/Eng")
                functional: true
            }
            Key {
                visible: root.handwriting
                width: parent.wide
                key: "handwriting"
                text: qsTr("Write")
                iconName: "pen-nib"
                functional: true
            }
            Key {
                width: root.inner - parent.side * 2 - Theme.pt(20) - parent.extras * (parent.wide + Theme.pt(10))
                key: "space"
                text: qsTr("Space")
                size: 31
            }
            Key {
                visible: root.voice
                width: parent.wide
                key: "voice"
                text: qsTr("Speak")
                iconName: "mic"
                functional: true
            }
            Key {
                width: parent.side
                key: "hide"
                text: qsTr("Hide")
                functional: true
            }
        }
    }

    Flow {
        visible: root.expanded
        x: Theme.pt(24)
        y: bar.height
        width: parent.width - x * 2
        height: rows.implicitHeight
        spacing: Theme.pt(10)

        Repeater {
            model: root.expanded ? root.candidates.slice(5, 33) : []

            KeyButton {
                required property string modelData
                required property int index

                width: Math.max(Theme.pt(132), implicitWordWidth)
                height: root.keyHeight
                readonly property real implicitWordWidth: modelData.length * Theme.pt(44) + Theme.pt(44)
                text: modelData
                onPressed: root.candidateChosen(index + 5)
            }
        }
    }
}
