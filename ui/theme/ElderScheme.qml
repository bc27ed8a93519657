// The everyday colours on white with darker ink and edges.
import QtQuick

Scheme {
    page: Pigments.white
    surface: Pigments.white
    sunken: Pigments.mist100
    dock: Pigments.night900
    sky: Pigments.sky100
    inkStrong: Pigments.ink900
    ink: Pigments.ink900
    inkMuted: Pigments.ink700
    primaryInk: Pigments.white
    dockInk: Pigments.white
    dockInkMuted: Pigments.mist300
    link: Pigments.azurite700
    hair: Pigments.ink400
    edge: Pigments.ink700
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
