// WhySheet: why a material is asked for, by which rule, and what would remove it; or a sample of it.
// Properties: title, why, rule, removedBy, sample (image). Signals: closed().
import QtQuick
import Tongban.Theme
import Tongban.Controls

Overlay {
    id: root

    property string why: ""
    property string rule: ""
    property string removedBy: ""
    property url sample

    signal closed()

    Words {
        width: parent.width
        text: root.title
        size: 52
        serif: true
        strong: true
        lineHeight: 0.92
        Accessible.role: Accessible.Heading
    }
    Image {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: String(root.sample).length > 0
        source: root.sample
        height: visible ? Theme.pt(620) : 0
        fillMode: Image.PreserveAspectFit
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Sample of %1").arg(root.title)
    }
    NoteBox {
        width: parent.width
        visible: text.length > 0
        kind: "why"
        heading: qsTr("Why we need it")
        text: root.why
    }
    NoteBox {
        width: parent.width
        visible: text.length > 0
        kind: "done"
        heading: qsTr("You need not hand it in if")
        text: root.removedBy
    }
    Words {
        width: parent.width
        visible: text.length > 0
        text: root.rule
        size: 26
        color: Theme.scheme.inkMuted
    }
    PrimaryButton {
        width: parent.width
        text: qsTr("Understood")
        iconName: "check"
        onPressed: root.closed()
    }
}
