// BrandMarkRow: the mark alone, in the middle of a dark picture.
import QtQuick
import Tongban.Theme
import Tongban.Controls

Item {
    implicitHeight: Theme.pt(96)

    BrandMark {
        anchors.horizontalCenter: parent.horizontalCenter
        size: Theme.pt(96)
        darkGround: true
    }
}
