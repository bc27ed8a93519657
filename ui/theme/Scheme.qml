// The colour roles; a scheme that forgets one does not load.
import QtQuick

QtObject {
    required property color page
    required property color surface
    required property color sunken
    required property color dock
    required property color sky
    required property color inkStrong
    required property color ink
    required property color inkMuted
    required property color primaryInk
    required property color dockInk
    required property color dockInkMuted
    required property color link
    required property color hair
    required property color edge
    required property color edgeStrong
    required property color primary
    required property color primaryPressed
    required property color primarySoft
    required property color primarySofter
    required property color done
    required property color doneFill
    required property color doneSoft
    required property color doneSofter
    required property color here
    required property color hereText
    required property color hereSoft
    required property color hereSofter
    required property color danger
    required property color dangerFill
    required property color dangerSoft
    required property color dangerSofter
    required property color seal
    required property color focusInner
    required property color focusOuter
    required property color scrim
    required property color lampRed
    required property color lampAmber
    required property color lampGreen
    required property var key      // {face, functionFace, edge, tray, ink}: the on-screen keyboard
    required property var land     // the tone of the landscape, see Pigments
    required property bool raised  // cards cast a shadow; otherwise they have an edge
}
