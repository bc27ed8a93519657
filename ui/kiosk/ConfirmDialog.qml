// ConfirmDialog: one question before something cannot be undone. Buttons say what they do; the safe one is the primary.
// Properties: heading, text, choices [{id, text, icon, primary}]. Signals: chosen(id).
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Overlay {
    id: root

    property string text: ""
    required property var choices

    signal chosen(string id)

    Words {
        width: parent.width
        text: root.title
        size: 58
        serif: true
        strong: true
        lineHeight: 0.92
        Accessible.role: Accessible.Heading
    }
    Words {
        width: parent.width
        visible: text.length > 0
        text: root.text
        size: 34
        bottomPadding: Theme.pt(12)
    }
    Repeater {
        model: root.choices

        ActionButton {
            required property var modelData

            width: parent.width
            weight: modelData.primary === true ? "primary" : "secondary"
            text: modelData.text
            iconName: modelData.icon ?? ""
            onPressed: root.chosen(modelData.id)
        }
    }
}
