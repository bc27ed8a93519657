// FormField: one asked value, by the control of its kind: typed, or chosen from a few.
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Column {
    id: root

    required property var field
    property bool tight: false

    signal activated()
    signal cleared()
    signal choiceChosen(string id)

    PageFlow.actsFrom: field.kind === "choice" ? question.height + spacing : typed.boxTop
    spacing: Theme.pt(14)

    InputField {
        id: typed

        width: parent.width
        visible: root.field.kind !== "choice"
        label: root.field.label
        hint: root.field.hint ?? ""
        value: root.field.value ?? ""
        composition: root.field.composition ?? ""
        placeholder: root.field.placeholder ?? ""
        active: root.field.active === true
        fieldState: root.field.state ?? ""
        message: root.field.message ?? ""
        missing: root.field.missing ?? 0
        digits: root.field.kind === "number" || root.field.kind === "id"
        tight: root.tight
        masked: root.field.kind === "id"
        onActivated: root.activated()
        onCleared: root.cleared()
    }
    Words {
        id: question

        width: parent.width
        visible: root.field.kind === "choice"
        text: root.field.label
        size: 32
        strong: true
    }
    Repeater {
        model: root.field.kind === "choice" ? root.field.choices : []

        OptionRow {
            required property var modelData

            width: root.width
            title: modelData.title
            hint: modelData.hint ?? ""
            checked: modelData.chosen === true
            onPressed: root.choiceChosen(modelData.id)
        }
    }
    Words {
        width: parent.width
        visible: root.field.kind === "choice" && text.length > 0
        text: root.field.message ?? ""
        strong: root.field.state === "error"
        color: root.field.state === "error" ? Theme.scheme.danger : Theme.scheme.done
    }
}
