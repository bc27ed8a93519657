// RouteMap: the picture of a process; see RouteMapItem for the display list. Speaks as one sentence.
import QtQuick
import Tongban.Theme
import Tongban.Controls

RouteMapItem {
    id: root

    function stateWord(state) {
        switch (state) {
        case "done": return qsTr("done");
        case "here": return qsTr("now here");
        case "skipped": return qsTr("not needed");
        case "new": return qsTr("added");
        case "late": return qsTr("late");
        default: return qsTr("to come");
        }
    }

    function inWords() {
        const stations = [];
        for (const shape of shapes) {
            if ((shape.label ?? "").length > 0)
                stations.push(shape.label + " " + stateWord(shape.state));
        }
        return stations.join(qsTr(", "));
    }

    family: Theme.sans
    labelSize: Theme.text(28)
    captionSize: Theme.text(24)
    unit: Theme.scale
    colours: ({
        surface: Theme.scheme.surface, ink: Theme.scheme.inkStrong, muted: Theme.scheme.inkMuted,
        here: Theme.scheme.here, hereText: Theme.scheme.hereText, lineInk: Theme.scheme.primaryInk,
        faint: Theme.scheme.edge, danger: Theme.scheme.danger,
        lanes: Theme.highContrast
            ? [Theme.scheme.edge, Theme.scheme.focusOuter, Theme.scheme.done, Theme.scheme.here]
            : [Theme.scheme.primary, Pigments.azurite500, Pigments.malachite500, Pigments.gold600],
        laneInk: [Theme.scheme.inkStrong, Theme.scheme.link, Theme.scheme.done, Theme.scheme.hereText]
    })
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Route: %1").arg(inWords())
}
