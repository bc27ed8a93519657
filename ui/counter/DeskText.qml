// DeskText: a line or paragraph of the workstation in the sans family.
import QtQuick
import Tongban.Theme
import Tongban.Counter

Text {
    font.family: Theme.sans
    font.pixelSize: Desk.body
    color: Theme.scheme.ink
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    lineHeight: 1.3
    verticalAlignment: Text.AlignVCenter
}
