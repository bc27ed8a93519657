// ServiceList: results as rows of one card. `services`: [{id, title, hint, aside, icon}].
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Controls

Card {
    id: root

    required property var services

    signal chosen(string id)

    implicitHeight: rows.implicitHeight

    Column {
        id: rows

        width: parent.width

        Repeater {
            model: root.services

            ServiceRow {
                required property var modelData
                required property int index

                width: rows.width
                title: modelData.title
                hint: modelData.hint ?? ""
                aside: modelData.aside ?? ""
                iconName: modelData.icon ?? "file-text"
                divided: index > 0
                onPressed: root.chosen(modelData.id)
            }
        }
    }
}
