// Words: every text on the screen; sizes are in design pixels and grow with the mode.
import QtQuick
import Tongban.Theme

Text {
    id: root

    property real size: 30
    property bool serif: false
    property bool digits: false
    property bool strong: false

    font.family: serif ? Theme.serif : digits ? Theme.digits : Theme.sans
    font.pixelSize: Theme.text(size)
    font.weight: strong ? Font.Bold : Font.Normal
    color: strong ? Theme.scheme.inkStrong : Theme.scheme.ink
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    renderType: Text.QtRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text.length === 0
}
