// Pressable: what every button is underneath. It acts on release inside, once in 400 ms, by finger or key pad; a
// disabled one stays focusable and explains itself.
import QtQuick
import Tongban.Theme

Item {
    id: root

    property string spoken: ""
    property string spokenMore: ""
    property bool available: true
    // Why it is not available; shown by the look of the control and spoken.
    property string reason: ""
    property int role: Accessible.Button
    property bool checked: false
    property bool checkable: false
    property real radius: Theme.radiusLarge
    // Two presses closer than this are one; keys of a keyboard have none.
    property int debounce: 400
    // The ring helps people with keys; a finger needs none.
    property bool keyFocus: true
    readonly property bool down: area.pressed && area.containsMouse
    property double lastPress: 0

    signal pressed()
    signal refused()

    function press() {
        const now = Date.now();
        if (now - lastPress < debounce)
            return;
        lastPress = now;
        if (available)
            pressed();
        else
            refused();
    }

    onActiveFocusChanged: if (!activeFocus) keyFocus = true
    activeFocusOnTab: true
    Accessible.role: role
    Accessible.name: spoken
    Accessible.description: available ? spokenMore : reason
    Accessible.focusable: true
    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.onPressAction: root.press()
    Accessible.onToggleAction: root.press()
    Keys.onReturnPressed: root.press()
    Keys.onEnterPressed: root.press()
    Keys.onSpacePressed: root.press()
    scale: down && !Theme.still ? 0.98 : 1

    Behavior on scale { NumberAnimation { duration: Theme.tapTime } }

    MouseArea {
        id: area

        anchors.fill: parent
        onClicked: {
            root.keyFocus = false;
            root.forceActiveFocus(Qt.MouseFocusReason);
            root.press();
        }
    }

    FocusRing {
        radius: root.radius
        shown: root.activeFocus && root.keyFocus
    }
}
