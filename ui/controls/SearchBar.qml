// SearchBar: say or type it in your own words. States: rest, listening (transcript grows), no microphone (bar widens).
// Signals: entryPressed() to type, voicePressed(), finishedSpeaking().
import QtQuick
import Tongban.Theme

Rectangle {
    id: root

    property string placeholder: qsTr("For example: renew my residence permit")
    property string transcript: ""
    property bool listening: false
    property bool microphone: true
    property string voiceText: qsTr("Tap and speak")

    signal entryPressed()
    signal voicePressed()
    signal finishedSpeaking()

    implicitHeight: Theme.grow(Theme.landscape ? 132 : 148)
    radius: Theme.pt(44)
    color: Theme.scheme.surface
    border.width: Theme.stroke
    border.color: Theme.scheme.primary

    Shadow {
        level: 2
        radius: root.radius
    }

    Pressable {
        id: entry

        anchors.fill: parent
        anchors.rightMargin: voice.visible ? voice.width + Theme.pt(34) : 0
        radius: root.radius
        spoken: qsTr("Search: type what you need")
        role: Accessible.Button
        onPressed: root.entryPressed()

        Icon {
            id: glass

            x: Theme.pt(40)
            anchors.verticalCenter: parent.verticalCenter
            name: root.listening ? "voice" : "search"
            size: Theme.grow(52)
            strokeWidth: 2.2
        }
        Words {
            anchors.left: glass.right
            anchors.leftMargin: Theme.pt(26)
            anchors.right: parent.right
            anchors.rightMargin: Theme.pt(12)
            anchors.verticalCenter: parent.verticalCenter
            text: root.listening || root.transcript.length > 0 ? (root.transcript.length > 0 ? root.transcript : qsTr("Listening…")) : root.placeholder
            size: 36
            color: root.transcript.length > 0 ? Theme.scheme.inkStrong : Theme.scheme.inkMuted
            maximumLineCount: 2
            lineHeight: lineCount > 1 ? 0.85 : 1
            Accessible.ignored: true
        }
    }
    Pressable {
        id: voice

        visible: root.microphone
        anchors.right: parent.right
        anchors.rightMargin: Theme.pt(18)
        anchors.verticalCenter: parent.verticalCenter
        height: root.height - Theme.pt(36)
        width: face.implicitWidth + Theme.pt(60)
        radius: Theme.pt(32)
        spoken: root.listening ? qsTr("I have finished speaking") : root.voiceText
        onPressed: root.listening ? root.finishedSpeaking() : root.voicePressed()

        Rectangle {
            anchors.fill: parent
            radius: voice.radius
            color: voice.down ? Theme.scheme.primaryPressed : Theme.scheme.primary
        }
        Row {
            id: face

            anchors.centerIn: parent
            spacing: Theme.pt(14)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: root.listening ? "check" : "mic"
                size: Theme.grow(46)
                colour: Theme.scheme.primaryInk
                strokeWidth: 2.1
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: root.listening ? qsTr("That is all") : root.voiceText
                size: 32
                strong: true
                color: Theme.scheme.primaryInk
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
