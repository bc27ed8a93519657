// Theme chooses the scheme and holds the type scale, spacing, target sizes and durations; pages use nothing else.
pragma Singleton

import QtQuick
import Tongban.Theme

QtObject {
    id: root

    // What the shell sets. A mode is "light", "elder" or "highContrast".
    property string mode: "light"
    property bool lowPosition: false
    property bool reduceMotion: false
    property real screenWidth: 1080
    property real screenHeight: 1920
    // The device profile: where the picture hangs and how dense it is, for reach and finger sizes.
    property real pxPerMm: 2.71
    property real screenBottomMm: 720

    readonly property bool elder: mode === "elder"
    readonly property bool highContrast: mode === "highContrast"
    readonly property bool still: reduceMotion || elder || highContrast
    readonly property bool landscape: screenWidth > screenHeight
    readonly property real scale: landscape ? Math.min(screenWidth / 1920, screenHeight / 1080)
                                            : Math.min(screenWidth / 1080, screenHeight / 1920)
    readonly property Scheme scheme: elder ? elderScheme : highContrast ? contrastScheme : standardScheme

    readonly property Scheme standardScheme: StandardScheme {}
    readonly property Scheme elderScheme: ElderScheme {}
    readonly property Scheme contrastScheme: ContrastScheme {}

    // Reach (ADA 308.2.1, EN 301 549 8.3): no control above 1220 mm, seated 1100 mm.
    readonly property real reachTop: landscape ? 0
        : Math.max(0, screenHeight - ((lowPosition ? 1100 : 1220) - screenBottomMm) * pxPerMm * scale)

    // Type: families and the scale of ux.md. Serif belongs to the light scheme alone.
    readonly property FontFamilies families: FontFamilies {}
    readonly property string sans: families.sans
    readonly property string serif: mode === "light" ? families.serif : families.sans
    readonly property string digits: families.digits
    readonly property real growth: elder ? 1.32 : 1
    readonly property real textFloor: elder ? 34 : 24
    readonly property real display: text(76)
    readonly property real h1: text(58)
    readonly property real h2: text(44)
    readonly property real h3: text(36)
    readonly property real bodyLarge: text(34)
    readonly property real body: text(30)
    readonly property real button: text(36)
    readonly property real label: text(28)
    readonly property real caption: text(26)
    readonly property real smallest: text(24)

    // Space, corners, strokes and targets.
    readonly property real margin: pt(56)
    readonly property real gutter: pt(24)
    readonly property real cardPadding: pt(36)
    readonly property real radiusSmall: pt(12)
    readonly property real radius: pt(20)
    readonly property real radiusLarge: pt(28)
    readonly property real radiusHuge: pt(40)
    readonly property real stroke: pt(elder || highContrast ? 4 : 3)
    readonly property real targetSize: pt(64)
    readonly property real comfortSize: pt(88)
    readonly property real primaryHeight: pt(elder ? 136 : 120)
    readonly property real gap: pt(16)

    // The page anatomy of ux.md §3 in the present orientation.
    readonly property real topBarHeight: pt(112)
    readonly property real dockHeight: pt(elder ? 224 : landscape ? 128 : 144)
    readonly property real readingWidth: landscape ? pt(1000) : screenWidth
    readonly property real actionGap: pt(32)

    // Motion in milliseconds; calm people get a short cross-fade and nothing else.
    readonly property int tapTime: 90
    readonly property int pageTime: still ? 90 : 280
    readonly property int drawTime: still ? 0 : 600
    readonly property int ambientTime: 6000

    // A length of the 1080 × 1920 design in screen pixels.
    function pt(length) {
        return Math.round(length * scale * 2) / 2
    }

    // A text size of the design in screen pixels: grown for elders, never below the floor.
    function text(size) {
        return Math.round(Math.max(size * growth, textFloor) * scale)
    }

    // A length that has to follow the text: row heights, label columns.
    function grow(length) {
        return pt(length * growth)
    }

    // The same colour, thinner.
    function faint(colour, alpha) {
        return Qt.rgba(colour.r, colour.g, colour.b, colour.a * alpha)
    }
}
