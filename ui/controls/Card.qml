// Card: a raised surface that holds one thing.
import QtQuick
import Tongban.Theme

Rectangle {
    id: root

    property int level: 1

    radius: Theme.radiusLarge
    color: Theme.scheme.surface
    border.width: Theme.scheme.raised && !Theme.elder ? 0 : Theme.stroke
    border.color: Theme.elder ? Theme.scheme.hair : Theme.scheme.edge

    Shadow {
        level: root.level
        radius: root.radius
    }
}
