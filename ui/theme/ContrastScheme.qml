// Light on black, every pair at 7:1 and more.
import QtQuick

Scheme {
    page: Pigments.black
    surface: Pigments.coal900
    sunken: Pigments.coal800
    dock: Pigments.black
    sky: Pigments.coalSky
    inkStrong: Pigments.white
    ink: Pigments.white
    inkMuted: Pigments.chalk
    primaryInk: Pigments.black
    dockInk: Pigments.white
    dockInkMuted: Pigments.white
    link: Pigments.lampGold
    hair: Pigments.coalLine
    edge: Pigments.white
    edgeStrong: Pigments.white
    primary: Pigments.lampGold
    primaryPressed: Pigments.lampGoldPale
    primarySoft: Pigments.lampGoldDeep
    primarySofter: Pigments.lampGoldDeeper
    done: Pigments.lampGreen
    doneFill: Pigments.lampGreen
    doneSoft: Pigments.lampGreenDeep
    doneSofter: Pigments.lampGreenDeeper
    here: Pigments.lampGold
    hereText: Pigments.lampGold
    hereSoft: Pigments.lampGoldDeep
    hereSofter: Pigments.lampGoldDeeper
    danger: Pigments.lampRed
    dangerFill: Pigments.lampRed
    dangerSoft: Pigments.lampRedDeep
    dangerSofter: Pigments.lampRedDeeper
    seal: Pigments.lampRed
    focusInner: Pigments.black
    focusOuter: Pigments.lampCyan
    scrim: Pigments.scrimNight
    lampRed: Pigments.lampRed
    lampAmber: Pigments.lampGold
    lampGreen: Pigments.lampGreen
    key: ({ face: Pigments.coal800, functionFace: Pigments.coal900, edge: Pigments.white, tray: Pigments.black, ink: Pigments.white })
    land: Pigments.landNight
    raised: false
}
