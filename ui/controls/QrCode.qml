// QrCode: a code on its white card, quiet zone built in.
import QtQuick
import Tongban.Theme
import Tongban.Controls

QrImage {
    property real size: Theme.pt(300)
    required property string spoken

    implicitWidth: size
    implicitHeight: size
    dark: Pigments.ink900
    light: Pigments.white
    Accessible.role: Accessible.Graphic
    Accessible.name: spoken
}
