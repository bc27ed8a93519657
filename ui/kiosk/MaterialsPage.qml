// MaterialsPage: what is still to come, one open material at a time; what is exempt stands first in one row.
// Properties: itemTitle, done, total, exempt {title, names, tag} or null, open {id, title, hint, tag, source, checks [{text, ok}],
//   thumbs [{label, source, state}], advice, rejected (reason)} or null, waiting [{id, title, hint, why, sample, icon,
//   state: "wanted"|"ok"|"later"|"rejected", ways [{id, text, icon}]}], canFinish, doneText, finishText, sampleDrawing (Component, examples only).
// Signals: shootPressed(), phonePressed(), wayChosen(materialId, wayId), sampleAsked(id), whyAsked(id), exemptPressed(), primaryPressed(),
//   backPressed().
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property int done
    required property int total
    property string itemTitle: ""
    property var exempt: null
    property var open: null
    property var waiting: []
    property bool canFinish: done >= total
    property string doneText: qsTr("All here, go and check")
    property string finishText: canFinish ? doneText : qsTr("%1 still to come").arg(total - done)
    property Component sampleDrawing: null

    signal shootPressed()
    signal phonePressed()
    signal wayChosen(string materialId, string wayId)
    signal sampleAsked(string id)
    signal whyAsked(string id)
    signal exemptPressed()
    signal primaryPressed()
    signal backPressed()

    title: canFinish ? qsTr("All papers are here") : qsTr("%1 more, then it is complete").arg(total - done)
    barTitle: itemTitle
    journeyIndex: 4
    spacing: Theme.pt(20)

    TitleBlock {
        title: root.title
    }
    ProgressSegments {
        PageFlow.gap: Theme.pt(2)
        done: root.done
        total: root.total
    }
    MaterialRow {
        visible: root.exempt !== null
        title: root.exempt?.title ?? ""
        hint: root.exempt?.names ?? ""
        tag: root.exempt?.tag ?? ""
        iconName: "badge-check"
        tint: "done"
    }
    CaptureCard {
        PageFlow.acts: true
        visible: root.open !== null
        material: root.open ?? {}
        sampleDrawing: root.sampleDrawing
        onShootPressed: root.shootPressed()
        onPhonePressed: root.phonePressed()
    }
    Repeater {
        model: root.waiting

        MaterialRow {
            required property var modelData

            PageFlow.acts: true
            title: modelData.title
            hint: modelData.hint ?? ""
            iconName: modelData.icon ?? "file-text"
            materialState: modelData.state ?? "wanted"
            tint: materialState === "ok" ? "done" : "here"
            ways: modelData.ways ?? []
            sample: modelData.sample === true
            why: (modelData.why ?? "").length > 0
            onWayChosen: way => root.wayChosen(modelData.id, way)
            onSampleAsked: root.sampleAsked(modelData.id)
            onWhyAsked: root.whyAsked(modelData.id)
        }
    }

    actions: [
        PrimaryButton {
            text: root.finishText
            available: root.canFinish
            reason: qsTr("%1 papers are still to come").arg(root.total - root.done)
            onPressed: root.primaryPressed()
        },
        SecondaryButton {
            text: qsTr("Back")
            iconName: "arrow-left"
            onPressed: root.backPressed()
        }
    ]
}
