// Landscape: the hills and the gold line behind a page, in the tone of the scheme.
import QtQuick
import Tongban.Theme
import Tongban.Controls

LandscapeItem {
    id: root

    property string time: "day"   // "day" or "dusk"; high contrast has its own

    tone: Theme.highContrast ? Pigments.landNight : time === "dusk" ? Pigments.landDusk : Pigments.landDay
    unit: Theme.scale
    fadeTo: Theme.scheme.page
    Accessible.ignored: true
}
