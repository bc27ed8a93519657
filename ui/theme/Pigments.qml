// Pigments: every named colour of Tongban; the only file that may hold hexadecimal colours.
pragma Singleton

import QtQuick

QtObject {
    readonly property color azurite50: "#EDF5F9"
    readonly property color azurite100: "#D7E8F1"
    readonly property color azurite200: "#B3D2E2"
    readonly property color azurite300: "#7FB3CD"
    readonly property color azurite500: "#1F7AA5"
    readonly property color azurite600: "#12638A"
    readonly property color azurite700: "#0B4F70"
    readonly property color azurite800: "#083F5B"
    readonly property color azurite900: "#062E43"

    readonly property color malachite50: "#EBF6F2"
    readonly property color malachite100: "#D3ECE3"
    readonly property color malachite200: "#A9D8C8"
    readonly property color malachite300: "#7CC0AB"
    readonly property color malachite500: "#2B9279"
    readonly property color malachite600: "#177463"
    readonly property color malachite700: "#0E5B4D"
    readonly property color malachite800: "#0A473C"

    readonly property color gold50: "#FFF8EA"
    readonly property color gold100: "#FCECCD"
    readonly property color gold200: "#F7D797"
    readonly property color gold400: "#F2B23E"
    readonly property color gold500: "#E2961B"
    readonly property color gold600: "#9A5F00"
    readonly property color gold700: "#744600"

    readonly property color cinnabar50: "#FDF2EF"
    readonly property color cinnabar100: "#F9DFD9"
    readonly property color cinnabar300: "#E79A8B"
    readonly property color cinnabar600: "#B23024"
    readonly property color cinnabar700: "#95231A"

    readonly property color ink50: "#F0F5F5"
    readonly property color ink100: "#E2EAEB"
    readonly property color ink200: "#CBD8DB"
    readonly property color ink300: "#A9BBC1"
    readonly property color ink500: "#5A727B"
    readonly property color ink600: "#3A525D"
    readonly property color ink700: "#23404F"
    readonly property color ink800: "#12293A"
    readonly property color ink900: "#0B1C28"

    readonly property color silk50: "#FBF7EC"
    readonly property color silk100: "#F6ECD3"
    readonly property color silk200: "#EEDDB4"

    readonly property color white: "#FFFFFF"
    readonly property color black: "#000000"
    readonly property color mist200: "#E4ECED"
    readonly property color night900: "#0B2231"
    readonly property color sky100: "#DDEBEE"
    readonly property color ink750: "#1B3340"
    readonly property color mist300: "#C4D5DC"
    readonly property color ink150: "#D3DEE0"
    readonly property color scrimDay: "#B80B1C28"
    readonly property color mist100: "#EEF3F3"
    readonly property color ink400: "#8FA3AA"
    readonly property color coal900: "#0D1519"
    readonly property color coal800: "#19242A"
    readonly property color coalSky: "#04202C"
    readonly property color chalk: "#DCE7EA"
    readonly property color lampGold: "#FFD45C"
    readonly property color coalLine: "#7E9097"
    readonly property color lampGoldPale: "#FFEBB0"
    readonly property color lampGoldDeep: "#3A2F0B"
    readonly property color lampGoldDeeper: "#211B08"
    readonly property color lampGreen: "#7BF0C8"
    readonly property color lampGreenDeep: "#0C3A2D"
    readonly property color lampGreenDeeper: "#06231B"
    readonly property color lampRed: "#FFB4A6"
    readonly property color lampRedDeep: "#4A140D"
    readonly property color lampRedDeeper: "#2C0B07"
    readonly property color lampCyan: "#8FE3FF"
    readonly property color scrimNight: "#E6000000"
    readonly property color keyTray: "#CBDADF"
    readonly property color keyEdge: "#9DB2B9"
    readonly property color camera: "#14242D"
    readonly property color cameraLight: "#33505C"
    readonly property color paper: "#FFFDF7"
    readonly property color seat: "#0B2E2A"
    readonly property color skin: "#F3C9A5"
    readonly property color shadow: "#0B1C28"

    // Landscape tones: each list runs from the crest down. `gold` outlines a ridge, `way` is the citizen's line.
    readonly property var landDay: ({
        sky: ["#D3E6EC", "#E6EFEA", "#F7EBCF"], sun: "#FFF3CF",
        far: ["#A9CAD6", "#C3DCDD", "#DCE9E2"], mid: ["#3F8DB0", "#6FB5A6", "#CFE6DA"],
        near: ["#12608A", "#2F937D", "#A5D3C0"], front: ["#0A4766", "#166F60", "#5FAE99"],
        contour: "#42FFFFFF", gold: "#E6B04A", mist: "#F5F4E8", bird: "#23404F",
        way: "#F2B23E", wayHalo: "#D9FFFFFF", station: "#E2961B", stationFill: "#FFFFFF", goal: "#0B4F70"
    })
    readonly property var landDusk: ({
        sky: ["#0B2A3D", "#22506A", "#D9A86A"], sun: "#F9D99A",
        far: ["#2A5872", "#3E6C7C", "#7C8E84"], mid: ["#12506F", "#1F6F69", "#4F8E7F"],
        near: ["#0B3D58", "#125A53", "#2F7A6C"], front: ["#062A3E", "#0B4542", "#14594F"],
        contour: "#21FFFFFF", gold: "#E8B556", mist: "#C9A878", bird: "#FFFFFF",
        way: "#F2B23E", wayHalo: "#D9FFFFFF", station: "#E2961B", stationFill: "#FFFFFF", goal: "#0B4F70"
    })
    readonly property var landNight: ({
        sky: ["#000000", "#02121A", "#06222E"], sun: "#8A7330",
        far: ["#06202B", "#06202B", "#04161E"], mid: ["#0A3344", "#0A3A3A", "#06222A"],
        near: ["#0D4A62", "#0E5248", "#07302C"], front: ["#06222E", "#082C2A", "#041614"],
        contour: "#1FFFFFFF", gold: "#FFD45C", mist: "#00000000", bird: "#00000000",
        way: "#FFD45C", wayHalo: "#D9000000", station: "#FFD45C", stationFill: "#000000", goal: "#FFFFFF"
    })
}
