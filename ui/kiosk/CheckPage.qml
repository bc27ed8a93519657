// CheckPage: read it once more; every block can be changed and leads back here.
// Properties: itemTitle, sections [{id, title, icon, editable, tag, rows [{label, value, note, digits}]}], reading (speech is on).
// Signals: editPressed(id), readPressed(), primaryPressed(), backPressed().
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

KioskPage {
    id: root

    required property var sections
    property string itemTitle: ""
    property bool reading: false

    signal editPressed(string id)
    signal readPressed()
    signal primaryPressed()
    signal backPressed()

    title: qsTr("Please look once more: is it all right?")
    barTitle: itemTitle
    journeyIndex: 5
    spacing: Theme.pt(18)
    speakText: title + " " + sections.map(section => section.title + ": " + section.rows.map(row => row.label + " " + row.value).join(", ")).join(". ")

    TitleBlock {
        title: root.title
        lead: qsTr("Change even a single letter; you come back here.")
    }
    Repeater {
        model: root.sections

        SummarySection {
            required property var modelData

            PageFlow.acts: modelData.editable !== false
            title: modelData.title
            iconName: modelData.icon ?? "file-text"
            editable: modelData.editable !== false
            tag: modelData.tag ?? ""
            rows: modelData.rows
            onEditPressed: root.editPressed(modelData.id)
        }
    }

    actions: [
        PrimaryButton {
            text: qsTr("All right, go and sign")
            onPressed: root.primaryPressed()
        },
        SecondaryButton {
            visible: !Theme.elder
            text: root.reading ? qsTr("Stop reading") : qsTr("Read to me")
            iconName: "volume"
            onPressed: root.readPressed()
        },
        SecondaryButton {
            text: qsTr("Back")
            iconName: "arrow-left"
            onPressed: root.backPressed()
        }
    ]
}
