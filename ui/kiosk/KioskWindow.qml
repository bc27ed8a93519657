// KioskWindow: the shell: one page at a time inside the frame, overlays above it, assistance at the foot.
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Kiosk

Window {
    id: root

    required property KioskModel kiosk
    // Switches the language; the composition installs the translator and retranslates.
    signal languageWanted()

    readonly property string page: kiosk.page
    readonly property bool moving: entering.running // a page is sliding in
    property var why: null

    title: qsTr("Tongban")
    color: Theme.scheme.page

    HallScreens {
        id: hall

        kiosk: root.kiosk
    }
    VisitScreens {
        id: visit

        kiosk: root.kiosk
        onWhyAsked: why => root.why = why
    }

    onPageChanged: {
        root.why = null;
        const component = visit.of(page) ?? hall.of(page);
        if (pages.sourceComponent !== component)
            pages.sourceComponent = component;
    }

    KioskFrame {
        id: frame

        anchors.fill: parent
        hallName: root.kiosk.hall
        timeText: root.kiosk.timeText
        dateText: root.kiosk.dateText
        person: root.kiosk.person
        atRest: root.kiosk.atRest
        page: pages.item as KioskPage
        onAssistAsked: id => {
            switch (id) {
            case "exit": root.kiosk.atRest ? root.kiosk.goHome() : root.kiosk.askToLeave(); break;
            case "large": Theme.mode = Theme.elder ? "light" : "elder"; break;
            case "contrast": Theme.mode = Theme.highContrast ? "light" : "highContrast"; break;
            case "low": Theme.lowPosition = !Theme.lowPosition; break;
            case "language": root.languageWanted(); break;
            case "map":
            case "help": root.kiosk.callHelp(); break;
            }
            root.kiosk.assisted = Theme.mode !== "light" || Theme.lowPosition;
        }

        Loader {
            id: pages

            anchors.fill: parent
            focus: true
            sourceComponent: hall.of(root.page)
            onLoaded: {
                frame.page.forceActiveFocus();
                entering.restart();
                frame.page.announce();
            }

            SequentialAnimation {
                id: entering

                ParallelAnimation {
                    NumberAnimation { target: pages.item; property: "opacity"; from: 0; to: 1; duration: Theme.pageTime }
                    NumberAnimation { target: pages.item; property: "x"; from: Theme.still ? 0 : Theme.pt(24); to: 0; duration: Theme.pageTime; easing.type: Easing.OutCubic }
                }
            }
        }

        overlay: [
            WhySheet {
                anchors.fill: parent
                visible: root.why !== null
                title: root.why?.title ?? ""
                why: root.why?.why ?? ""
                rule: root.why?.rule ?? ""
                removedBy: root.why?.removedBy ?? ""
                onClosed: root.why = null
            },
            ConfirmDialog {
                anchors.fill: parent
                visible: root.kiosk.leaving
                title: qsTr("Leave now?")
                text: qsTr("What you filled in is erased.")
                choices: [
                    { id: "stay", text: qsTr("Go on here"), icon: "arrow-right", primary: true },
                    { id: "leave", text: qsTr("Leave and erase"), icon: "eraser", primary: false }
                ]
                onChosen: id => id === "leave" ? root.kiosk.leave() : root.kiosk.stay()
            },
            ErrorNotice {
                anchors.fill: parent
                visible: root.kiosk.problem !== null
                title: root.kiosk.problem?.title ?? ""
                safe: root.kiosk.problem?.safe ?? ""
                remedy: root.kiosk.problem?.remedy ?? ""
                code: root.kiosk.problem?.code ?? ""
                onActionPressed: root.kiosk.dismissProblem()
                onHelpPressed: root.kiosk.callHelp()
                onClosed: root.kiosk.dismissProblem()
            },
            HelpSheet {
                anchors.fill: parent
                visible: root.kiosk.helping
                helpState: "calling"
                onCancelled: root.kiosk.endHelp()
                onClosed: root.kiosk.endHelp()
            },
            IdleOverlay {
                anchors.fill: parent
                visible: root.kiosk.idle.warning
                seconds: root.kiosk.idle.secondsLeft
                total: root.kiosk.idle.countdown
                extensionsLeft: root.kiosk.idle.extensionsLeft
                saved: false
                onContinued: root.kiosk.idle.keepGoing()
                onExtended: root.kiosk.idle.extend()
                onEndPressed: root.kiosk.leave()
            }
        ]
    }

    // A new visitor starts with the everyday look.
    Connections {
        target: root.kiosk

        function onChanged() {
            if (root.kiosk.page === "attract") {
                Theme.mode = "light";
                Theme.lowPosition = false;
            }
        }
    }
}
