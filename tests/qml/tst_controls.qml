// The controls: spoken names, the key pad, one press a touch, sizes, and the ring that shows where the keys are.
import QtQuick
import QtTest
import Tongban.Theme
import Tongban.Controls
import "tree.js" as Tree

Item {
    id: root

    width: 1080
    height: 1920

    Component {
        id: gallery

        Column {
            property string last: ""
            property int presses: 0

            spacing: 40
            width: 900

            function note(name) {
                last = name;
                ++presses;
            }

            PrimaryButton { text: "Next"; onPressed: parent.note("primary") }
            SecondaryButton { text: "Back"; iconName: "arrow-left"; onPressed: parent.note("secondary") }
            MiniButton { text: "Sample"; onPressed: parent.note("mini") }
            GhostButton { text: "Close"; onPressed: parent.note("ghost") }
            SuggestionChip { text: "Renew"; onPressed: parent.note("chip") }
            QuickTile { width: 300; title: "Ticket"; hint: "8 waiting"; iconName: "ticket"; onPressed: parent.note("quick") }
            ServiceTile { width: 470; title: "Permit"; hint: "5 minutes"; onPressed: parent.note("service") }
            ServiceRow { width: 900; title: "Renewal"; hint: "yearly"; aside: "1 day"; onPressed: parent.note("row") }
            OptionRow { width: 900; title: "Rented"; onPressed: parent.note("option") }
            OptionCard { width: 300; title: "Own"; iconName: "house"; onPressed: parent.note("card") }
            ChoiceTile { width: 300; title: "Phone"; note: "show a code"; iconName: "smartphone"; onPressed: parent.note("choice") }
        }
    }
    Component {
        id: keyboardComponent

        PinyinKeyboard {
            width: 1080
            composition: "ju"
            candidates: ["居", "具", "句", "局", "举", "巨", "聚"]
        }
    }
    Component {
        id: padComponent

        NumberPad {
            width: 1080
            identityNumber: true
        }
    }
    Component {
        id: dockComponent

        AssistDock {
            width: 1080
            height: implicitHeight
        }
    }
    Component {
        id: signatureComponent

        SignaturePad {
            width: 900
            height: 500
        }
    }
    SignalSpy {
        id: keySpy

        signalName: "keyPressed"
    }
    SignalSpy {
        id: candidateSpy

        signalName: "candidateChosen"
    }
    SignalSpy {
        id: askedSpy

        signalName: "asked"
    }

    TestCase {
        name: "Controls"
        when: windowShown

        function init() {
            Theme.screenWidth = 1080;
            Theme.screenHeight = 1920;
            Theme.mode = "light";
        }

        function pressables(item) {
            return Tree.collect(item, Tree.isPressable);
        }

        function test_everyControlHasASpokenNameAndRole() {
            for (const component of [gallery, keyboardComponent, padComponent, dockComponent]) {
                const object = createTemporaryObject(component, root);
                const all = pressables(object);
                verify(all.length > 0);
                for (const item of all) {
                    verify(item.Accessible.name.length > 0, String(item));
                    verify(item.Accessible.role !== Accessible.NoRole, String(item));
                    verify(item.activeFocusOnTab, Tree.nameOf(item));
                }
            }
        }

        function test_everyControlActsByTheKeyPad() {
            const object = createTemporaryObject(gallery, root);
            const all = pressables(object);
            compare(all.length, 11);
            for (const item of all) {
                const before = object.presses;
                item.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Return);
                compare(object.presses, before + 1, Tree.nameOf(item));
            }
        }

        function test_aDoubleTouchIsOnePress() {
            const object = createTemporaryObject(gallery, root);
            const button = pressables(object)[0];
            mouseClick(button);
            mouseClick(button);
            compare(object.presses, 1);
            wait(420);
            mouseClick(button);
            compare(object.presses, 2);
        }

        function test_aTouchThatLeavesTheButtonDoesNothing() {
            const object = createTemporaryObject(gallery, root);
            const button = pressables(object)[0];
            mousePress(button, 10, 10);
            mouseMove(button, -200, -200);
            mouseRelease(button, -200, -200);
            compare(object.presses, 0);
        }

        function test_aDisabledButtonStaysFocusableAndExplainsItself() {
            const object = createTemporaryObject(gallery, root);
            const button = pressables(object)[0];
            button.available = false;
            button.reason = "Nothing is chosen";
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(button.activeFocus);
            keyClick(Qt.Key_Return);
            compare(object.presses, 0);
            compare(button.Accessible.description, "Nothing is chosen");
        }

        function test_theRingShowsForKeysAndNotForFingers() {
            const object = createTemporaryObject(gallery, root);
            const button = pressables(object)[1];
            const ring = Tree.collect(button, () => true).length;
            button.forceActiveFocus(Qt.TabFocusReason);
            compare(Tree.collect(button, () => true).length, ring + 3, "ring and its two lines");
            root.forceActiveFocus();
            mouseClick(button);
            compare(Tree.collect(button, () => true).length, ring);
        }

        function test_targetsAreLargeEnoughInEveryMode() {
            for (const mode of ["light", "elder", "highContrast"]) {
                Theme.mode = mode;
                for (const component of [gallery, keyboardComponent, padComponent, dockComponent]) {
                    for (const item of pressables(createTemporaryObject(component, root))) {
                        verify(item.width >= 54, mode + " " + Tree.nameOf(item) + " " + item.width);
                        verify(item.height >= 54, mode + " " + Tree.nameOf(item) + " " + item.height);
                    }
                }
            }
        }

        function test_theKeyboardReportsKeysAndCandidates() {
            const keyboard = createTemporaryObject(keyboardComponent, root);
            keySpy.target = keyboard;
            candidateSpy.target = keyboard;
            keySpy.clear();
            candidateSpy.clear();
            const keys = pressables(keyboard);
            mouseClick(keys.find(item => item.spoken === "q"));
            mouseClick(keys.find(item => item.spoken === "q"));
            compare(keySpy.count, 2, "keys have no pause");
            compare(keySpy.signalArguments[0][0], "q");
            mouseClick(keys.find(item => item.spoken === "具"));
            compare(candidateSpy.signalArguments[0][0], 1);
            keyboard.expanded = true;
            mouseClick(pressables(keyboard).find(item => item.spoken === "聚"));
            compare(candidateSpy.signalArguments[1][0], 6);
        }

        function test_theNumberPadOffersXForIdentityNumbersOnly() {
            const pad = createTemporaryObject(padComponent, root);
            keySpy.target = pad;
            keySpy.clear();
            mouseClick(pressables(pad).find(item => item.spoken === "X"));
            compare(keySpy.signalArguments[0][0], "X");
            pad.identityNumber = false;
            verify(!pressables(pad).some(item => item.spoken === "X"));
        }

        function test_theDockAlwaysOffersPeople() {
            for (const mode of ["light", "elder", "highContrast"]) {
                Theme.mode = mode;
                const dock = createTemporaryObject(dockComponent, root);
                askedSpy.target = dock;
                askedSpy.clear();
                const all = pressables(dock);
                mouseClick(all[all.length - 1]);
                compare(askedSpy.signalArguments[0][0], "help");
            }
        }

        function test_theSignatureKeepsStrokesUntilItIsCleared() {
            const pad = createTemporaryObject(signatureComponent, root);
            verify(pad.empty);
            mousePress(pad, 200, 250);
            for (let i = 1; i < 10; ++i)
                mouseMove(pad, 200 + i * 20, 250 + i * 5);
            mouseRelease(pad, 400, 300);
            verify(!pad.empty);
            compare(pad.strokes.length, 1);
            verify(pad.strokes[0].length >= 10);
            verify(pad.strokes[0][9].t >= pad.strokes[0][0].t);
            verify(pad.strokes[0][9].x > pad.strokes[0][0].x);
            pad.clear();
            verify(pad.empty);
            compare(pad.strokes.length, 0);
        }
    }
}
