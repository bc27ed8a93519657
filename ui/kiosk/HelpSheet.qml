// HelpSheet: people are one touch away. Properties: helpState ("calling"|"coming"|"arrived"|"nobody"), helper (name), minutes.
// Signals: cancelled(), closed().
import QtQuick
import Tongban.Theme
import Tongban.Controls

Overlay {
    id: root

    property string helpState: "calling"
    property string helper: ""
    property int minutes: 1

    signal cancelled()
    signal closed()

    title: helpState === "coming" ? qsTr("%1 is coming").arg(helper.length > 0 ? helper : qsTr("A colleague"))
        : helpState === "arrived" ? qsTr("Your helper is here") : helpState === "nobody" ? qsTr("Everyone is busy right now") : qsTr("We are calling someone")

    IconBox {
        name: "helping-hand"
        tint: "here"
        size: Theme.pt(110)
    }
    Words {
        width: parent.width
        text: root.title
        size: 58
        serif: true
        strong: true
        lineHeight: 0.92
        Accessible.role: Accessible.AlertMessage
    }
    Words {
        width: parent.width
        text: root.helpState === "coming" ? qsTr("About %1 min. Stay here; nothing on the screen is lost.").arg(root.minutes)
            : root.helpState === "arrived" ? qsTr("Your data stays covered until you open it.")
            : root.helpState === "nobody" ? qsTr("Take a ticket at the desk, or dial 12345. Your entries stay.")
            : qsTr("Stay here a moment. The machine does not time out while you wait.")
        size: 34
        bottomPadding: Theme.pt(12)
    }
    PrimaryButton {
        width: parent.width
        text: qsTr("Go on by myself")
        onPressed: root.closed()
    }
    SecondaryButton {
        width: parent.width
        visible: root.helpState === "calling" || root.helpState === "coming"
        text: qsTr("No need any more")
        iconName: "x"
        onPressed: root.cancelled()
    }
}
