// VisitScreens: the pages of a visit, each bound to its model. `of(page)` gives the component, or null.
// Components see the ids around them; "pragma ComponentBehavior: Bound", which says so to the linter, comes with Qt 6.5.
// qmllint disable unqualified
import QtQuick
import Tongban.Kiosk

QtObject {
    id: root

    required property KioskModel kiosk

    signal whyAsked(var why)

    function of(page) {
        switch (page) {
        case "guide": return guide;
        case "checklist": return checklist;
        case "question": return question;
        case "ineligible": return ineligible;
        case "identify": return identify;
        case "form": return form;
        case "materials": return materials;
        case "check": return check;
        case "sign": return sign;
        case "receipt": return receipt;
        default: return null;
        }
    }

    readonly property Component guide: Component {
        GuidePage {
            readonly property GuideModel model: root.kiosk.guide

            itemTitle: model.title
            summary: model.summary
            facts: model.facts
            shapes: model.shapes
            edges: model.edges
            materialsHeading: model.materialsHeading
            exempt: model.exempt
            wanted: model.wanted
            startNote: model.startNote
            closed: model.closed
            onStartPressed: model.start()
            onBackPressed: root.kiosk.goHome()
            onWhyAsked: id => root.whyAsked(model.why(id))
            onSampleAsked: id => root.whyAsked(model.why(id))
            onTicketPressed: root.kiosk.callHelp()
            onListPressed: root.kiosk.openChecklist()
        }
    }
    readonly property Component checklist: Component {
        ChecklistPage {
            readonly property ChecklistModel model: root.kiosk.checklist

            itemTitle: root.kiosk.itemTitle
            parts: model.parts
            qr: model.qr
            printState: model.printState
            onPrintPressed: model.print()
            onBackPressed: root.kiosk.closeChecklist()
            onFinishPressed: root.kiosk.leave()
            onHelpPressed: root.kiosk.callHelp()
        }
    }
    readonly property Component question: Component {
        QuestionPage {
            readonly property QuestionModel model: root.kiosk.question

            itemTitle: root.kiosk.itemTitle
            question: model.question
            hint: model.hint
            why: model.why
            multiple: model.multiple
            options: model.options
            number: model.number
            total: model.total
            consequence: model.consequence
            shapes: model.shapes
            edges: model.edges
            missing: model.missing
            returning: model.returning
            onOptionChosen: id => model.choose(id)
            onPrimaryPressed: model.next()
            onBackPressed: model.back()
        }
    }
    readonly property Component ineligible: Component {
        IneligiblePage {
            readonly property QuestionModel model: root.kiosk.question

            itemTitle: root.kiosk.itemTitle
            exit: model.exit
            onBackPressed: model.back()
            onHomePressed: root.kiosk.leave()
            onListPressed: root.kiosk.openChecklist()
            onHelpPressed: root.kiosk.callHelp()
        }
    }
    readonly property Component identify: Component {
        IdentifyPage {
            readonly property IdentifyModel model: root.kiosk.identify

            itemTitle: root.kiosk.itemTitle
            readerState: model.readerState
            failure: model.failure
            notice: model.notice
            personName: model.personName
            alternatives: [{ id: "list", title: qsTr("Only take my list along"),
                    note: qsTr("without a card, nothing is kept"), icon: "printer" },
                { id: "staff", title: qsTr("Other cards, or for somebody else"),
                    note: qsTr("a colleague comes to you"), icon: "users" }]
            alternativesFirst: model.alternativesFirst
            onAlternativeChosen: id => id === "list" ? root.kiosk.openChecklist() : root.kiosk.callHelp()
            onPrimaryPressed: model.next()
            onBackPressed: model.back()
        }
    }
    readonly property Component form: Component {
        FormPage {
            readonly property FormModel model: root.kiosk.form

            itemTitle: root.kiosk.itemTitle
            pageTitle: model.pageTitle
            over: model.over
            step: model.step
            steps: model.steps
            filled: model.filled
            fields: model.fields
            problem: model.problem
            pad: model.pad
            candidates: model.typing.candidates
            expanded: model.typing.expanded
            chinese: model.typing.chinese
            shifted: model.typing.shifted
            symbols: model.typing.symbols
            returning: model.returning
            onFieldActivated: id => model.activate(id)
            onFieldCleared: id => model.clearField(id)
            onChoiceChosen: (field, choice) => model.chooseOption(field, choice)
            onCorrectionAsked: id => model.correct(id)
            onKeyPressed: key => model.typing.press(key)
            onCandidateChosen: index => model.typing.choose(index)
            onExpandPressed: model.typing.toggleExpanded()
            onTyped: text => model.typing.type(text)
            onPrimaryPressed: model.next()
            onBackPressed: model.back()
        }
    }
    readonly property Component materials: Component {
        MaterialsPage {
            readonly property MaterialsModel model: root.kiosk.materials

            itemTitle: root.kiosk.itemTitle
            done: model.done
            total: model.total
            exempt: model.exempt
            open: model.open
            waiting: model.waiting
            canFinish: model.canFinish
            doneText: root.kiosk.supplementing ? qsTr("All here, hand it in") : qsTr("All here, go and check")
            onShootPressed: model.shoot()
            onWayChosen: (material, way) => model.chooseWay(material, way)
            onWhyAsked: id => root.whyAsked(model.why(id))
            onSampleAsked: id => root.whyAsked(model.why(id))
            onExemptPressed: root.whyAsked({ title: qsTr("Papers you need not hand in"),
                why: model.exemptRows.map(row => row.title + qsTr(": ") + row.reason).join("\n"),
                rule: model.exemptRows.map(row => row.clause).filter((c, i, all) => all.indexOf(c) === i).join("\n") })
            onPrimaryPressed: model.next()
            onBackPressed: model.back()
        }
    }
    readonly property Component check: Component {
        CheckPage {
            readonly property CheckModel model: root.kiosk.check

            itemTitle: root.kiosk.itemTitle
            sections: model.sections
            onEditPressed: id => model.edit(id)
            onPrimaryPressed: model.next()
            onBackPressed: model.back()
        }
    }
    readonly property Component sign: Component {
        SignPage {
            id: signing

            readonly property CheckModel model: root.kiosk.check

            itemTitle: root.kiosk.itemTitle
            statements: model.statements
            submitting: model.submitting
            onPrimaryPressed: model.sign(signing.strokes)
            onBackPressed: model.back()
            onKeySignaturePressed: root.kiosk.callHelp()
        }
    }
    readonly property Component receipt: Component {
        ReceiptPage {
            readonly property ReceiptModel model: root.kiosk.receipt

            headline: model.headline
            lead: model.lead
            itemTitle: root.kiosk.itemTitle
            rows: model.rows
            qr: model.qr
            place: model.place
            printState: model.printState
            printCopy: model.printCopy
            steps: model.steps
            onPrintPressed: model.print()
            onFinishPressed: model.finish()
            onHelpPressed: root.kiosk.callHelp()
        }
    }
}
