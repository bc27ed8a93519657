// The everyday colours: azurite acts, malachite is done, gold is the citizen's own way.
import QtQuick

Scheme {
    page: Pigments.ink50
    surface: Pigments.white
    sunken: Pigments.mist200
    dock: Pigments.night900
    sky: Pigments.sky100
    inkStrong: Pigments.ink900
    ink: Pigments.ink750
    inkMuted: Pigments.ink600
    primaryInk: Pigments.white
    dockInk: Pigments.white
    dockInkMuted: Pigments.mist300
    link: Pigments.azurite700
    hair: Pigments.ink150
    edge: Pigments.ink500
    edgeStrong: Pigments.ink700
    primary: Pigments.azurite700
    primaryPressed: Pigments.azurite900
    primarySoft: Pigments.azurite100
    primarySofter: Pigments.azurite50
    done: Pigments.malachite700
    doneFill: Pigments.malachite600
    doneSoft: Pigments.malachite100
    doneSofter: Pigments.malachite50
    here: Pigments.gold400
    hereText: Pigments.gold700
    hereSoft: Pigments.gold100
    hereSofter: Pigments.gold50
    danger: Pigments.cinnabar700
    dangerFill: Pigments.cinnabar600
    dangerSoft: Pigments.cinnabar100
    dangerSofter: Pigments.cinnabar50
    seal: Pigments.cinnabar600
    focusInner: Pigments.ink900
    focusOuter: Pigments.gold400
    scrim: Pigments.scrimDay
    lampRed: Pigments.cinnabar600
    lampAmber: Pigments.gold500
    lampGreen: Pigments.malachite600
    key: ({ face: Pigments.white, functionFace: Pigments.mist200, edge: Pigments.keyEdge, tray: Pigments.keyTray, ink: Pigments.ink900 })
    land: Pigments.landDay
    raised: true
}
