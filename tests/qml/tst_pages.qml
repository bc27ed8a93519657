// Every page alone, with plain values, in every mode and size: the machine-checkable criteria of ux.md §10.
import QtQuick
import QtTest
import Tongban.Theme
import "tree.js" as Tree

Item {
    id: root

    width: 1920
    height: 2520

    Component {
        id: stageComponent

        Stage {}
    }

    TestCase {
        id: test

        name: "Pages"
        when: windowShown

        readonly property var variants: [
            { mode: "light", low: false, size: [1080, 1920], language: "zh_CN" },
            { mode: "elder", low: false, size: [1080, 1920], language: "zh_CN" },
            { mode: "highContrast", low: false, size: [1080, 1920], language: "zh_CN" },
            { mode: "light", low: true, size: [1080, 1920], language: "zh_CN" },
            { mode: "light", low: false, size: [1920, 1080], language: "zh_CN" },
            { mode: "light", low: false, size: [1080, 2520], language: "zh_CN" },
            { mode: "light", low: false, size: [540, 960], language: "zh_CN" },
            { mode: "light", low: false, size: [1080, 1920], language: "en" }
        ]

        function test_page_data() {
            const rows = [];
            for (const fixture of pageSetup.fixtures) {
                for (const variant of variants)
                    rows.push({ tag: [fixture, variant.mode, variant.low ? "low" : "", variant.size.join("x"), variant.language].join(" "),
                                fixture: fixture, variant: variant });
            }
            return rows;
        }

        function test_page(row) {
            verify(pageSetup.useLanguage(row.variant.language), row.variant.language);
            Theme.reduceMotion = true;
            const stage = createTemporaryObject(stageComponent, root, { width: row.variant.size[0], height: row.variant.size[1],
                mode: row.variant.mode, low: row.variant.low, fixture: Qt.resolvedUrl("fixtures/" + row.fixture + ".qml") });
            Theme.mode = row.variant.mode;
            Theme.lowPosition = row.variant.low;
            verify(stage.shown !== null, "the fixture loads");
            wait(60);
            const faults = [];
            let screenfuls = 0;
            do {
                stage.shown.screenful = screenfuls;
                wait(20);
                faults.push(...look(stage));
                ++screenfuls;
            } while (screenfuls < stage.shown.screenfuls && !stage.covered);
            const different = [...new Set(faults)];
            compare(different.join("\n"), "");
        }

        function look(stage) {
            const faults = [];
            const covered = stage.covered;
            const scene = Tree.collect(stage, () => true).filter(item => Tree.within(Tree.boxOf(item, stage), stage));
            const overlay = scene.find(item => item.deep !== undefined) ?? null;
            const dock = scene.find(item => item.helpWidth !== undefined) ?? null;
            // Under an overlay only the overlay and the dock count.
            const live = item => !covered || Tree.holds(overlay, item) || (dock && Tree.holds(dock, item));
            const texts = scene.filter(item => Tree.isText(item) && item.text.length > 0 && live(item));
            const presses = scene.filter(item => Tree.isPressable(item) && live(item));
            fontFloor(texts, faults);
            touch(stage, presses, faults);
            reach(stage, presses, faults);
            clipped(stage, texts, presses, faults);
            onePrimary(presses, faults);
            if (stage.shown.dockShown && !dock)
                faults.push("no dock");
            names(presses, faults);
            if (!covered)
                chain(stage, presses, faults);
            return faults;
        }

        function fontFloor(texts, faults) {
            for (const text of texts) {
                if (text.fontInfo.pixelSize < Theme.textFloor * Theme.scale - 1)
                    faults.push("1 font floor: " + Tree.nameOf(text) + " " + text.fontInfo.pixelSize);
            }
        }

        function touch(stage, presses, faults) {
            const least = 20 * Theme.pxPerMm * Theme.scale - 0.5;
            const boxes = presses.map(item => Tree.boxOf(item, stage));
            presses.forEach((item, i) => {
                if (boxes[i].width < least || boxes[i].height < least)
                    faults.push("2 too small: " + Tree.nameOf(item) + " " + Tree.where(boxes[i]));
                if (item.weight === "primary" && item.height < (Theme.elder ? 136 : 104) * Theme.scale - 0.5)
                    faults.push("2 low primary: " + Tree.nameOf(item) + " " + item.height);
                for (let k = i + 1; k < presses.length; ++k) {
                    const other = presses[k];
                    if (Tree.holds(item, other) || Tree.holds(other, item))
                        continue;
                    const apart = Tree.gap(boxes[i], boxes[k]);
                    const keys = Tree.isKey(item) || Tree.isKey(other) || item.debounce === 0 || other.debounce === 0;
                    const rows = boxes[i].height >= 88 * Theme.scale && boxes[k].height >= 88 * Theme.scale && apart > -0.5;
                    const wanted = (keys ? 10 : rows ? 0 : 16) * Theme.scale - 1;
                    if (apart < wanted)
                        faults.push("2 too near: " + Tree.nameOf(item) + " and " + Tree.nameOf(other) + " " + Math.round(apart));
                }
            });
        }

        function reach(stage, presses, faults) {
            for (const item of presses) {
                const y = Tree.boxOf(item, stage).y;
                if (y < Theme.reachTop - 1)
                    faults.push("3 out of reach: " + Tree.nameOf(item) + " at " + Math.round(y) + " above " + Math.round(Theme.reachTop));
            }
        }

        function clipped(stage, texts, presses, faults) {
            const inks = texts.map(text => Tree.inkOf(text, stage));
            texts.forEach((text, i) => {
                if (text.truncated || text.contentWidth > text.width + 2)
                    faults.push("5 cut: " + Tree.nameOf(text) + " " + Math.round(text.contentWidth) + " in " + Math.round(text.width));
                const ink = inks[i];
                if (ink.x < -1 || ink.y < -1 || ink.x + ink.width > stage.width + 1 || ink.y + ink.height > stage.height + 1)
                    faults.push("5 outside: " + Tree.nameOf(text) + " " + Tree.where(ink));
                for (let k = i + 1; k < texts.length; ++k) {
                    if (Tree.meet(ink, inks[k], 2))
                        faults.push("5 on each other: " + Tree.nameOf(text) + " and " + Tree.nameOf(texts[k]) + " " + Tree.where(ink) + Tree.where(inks[k]));
                }
                for (const item of presses) {
                    if (!Tree.holds(item, text) && !belongs(item, text) && Tree.meet(ink, Tree.boxOf(item, stage), 2))
                        faults.push("5 under a control: " + Tree.nameOf(text) + " and " + Tree.nameOf(item));
                }
            });
        }

        // The words of a field lie beside its press area, in one box.
        function belongs(item, text) {
            return item.debounce === 0 && Tree.holds(item.parent, text);
        }

        function onePrimary(presses, faults) {
            const primaries = presses.filter(item => item.weight === "primary");
            if (primaries.length > 1)
                faults.push("6 several primaries: " + primaries.map(Tree.nameOf).join(", "));
        }

        function names(presses, faults) {
            const seen = {};
            for (const item of presses) {
                if (item.spoken.length === 0)
                    faults.push("9 nameless: " + String(item));
                const key = item.spoken + "|" + item.spokenMore;
                if (seen[key])
                    faults.push("9 same name twice: " + Tree.nameOf(item));
                seen[key] = true;
            }
        }

        // 8: the tab key reaches everything that can be pressed.
        function chain(stage, presses, faults) {
            const reached = new Set();
            let at = stage;
            for (let i = 0; i < 400; ++i) {
                at = at.nextItemInFocusChain(true);
                if (!at || reached.has(at))
                    break;
                reached.add(at);
            }
            for (const item of presses) {
                if (!reached.has(item))
                    faults.push("8 not by tab: " + Tree.nameOf(item));
            }
        }
    }
}
