// The device desk alone: what is touched goes out in the console's words, every thing to press has a name, no text is cut off.
import QtQuick
import QtTest
import Tongban.Theme
import Tongban.Desk
import "tree.js" as Tree

Item {
    id: root

    width: 1920
    height: 1080

    Component {
        id: modelComponent

        DeskModel {
            readonly property var fine: ({ online: true, detail: "" })

            people: [{ id: "zhang-san", title: "张示例", kind: "resident" }, { id: "li-si", title: "李演示", kind: "resident" },
                { id: "child", title: "陈小样", kind: "resident" }, { id: "hong-kong", title: "黄測試", kind: "hmt" },
                { id: "foreign", title: "SAMPLE, ANNA MARIA", kind: "foreign2023" }]
            codes: [{ id: "TB1", title: "我的凭证" }, { id: "https://shop.example/coupon", title: "商店的码" }]
            papers: [{ id: "/tmp/paper.png", title: "放好了" }]
            machines: ({ IdentityReader: fine, ContactCard: fine, CodeScanner: fine, ReceiptPrinter: fine, DocumentCamera: fine,
                DocumentPrinter: { online: false, detail: "paper-jam" } })
            abilities: [{ id: "read-id-card", available: true, reason: "" }, { id: "read-social-card", available: true, reason: "" },
                { id: "scan-code", available: true, reason: "" }, { id: "print-receipt", available: true, reason: "" },
                { id: "print-document", available: false, reason: "paper-jam" }, { id: "capture-document", available: true, reason: "" }]
            card: "zhang-san"
            socialCard: "bank"
            code: "TB1"
            pagesTrouble: "media-jam"
            tickets: 2
            pages: 3
        }
    }
    Component {
        id: boardComponent

        DeskBoard {}
    }
    SignalSpy {
        id: acts

        signalName: "acted"
    }

    TestCase {
        id: test

        name: "Desk"
        when: windowShown

        function board(width, height, language, change) {
            verify(pageSetup.useLanguage(language));
            Theme.mode = "light";
            Theme.reduceMotion = true;
            Theme.screenWidth = width;
            Theme.screenHeight = height;
            const desk = modelComponent.createObject(root, change ?? {});
            const made = createTemporaryObject(boardComponent, root, { desk: desk, width: width, height: height });
            acts.target = desk;
            acts.clear();
            wait(60);
            return made;
        }

        function pressNamed(made, name) {
            const found = Tree.collect(made, item => Tree.isPressable(item) && item.spoken === name);
            compare(found.length, 1, name);
            found[0].press();
            return acts.signalArguments[acts.count - 1][0];
        }

        function test_touchesAreWords() {
            const made = board(1920, 1080, "en");
            compare(pressNamed(made, "Take the card away"), "card away");
            compare(pressNamed(made, "Pull the card out"), "social away");
            compare(pressNamed(made, "Put the phone away"), "code away");
            compare(pressNamed(made, "Tear the ticket off"), "printer tear");
            compare(pressNamed(made, "Paper out"), "printer paper-out");
            compare(pressNamed(made, "Paper jam"), "pages media-jam");
            compare(pressNamed(made, "Lifts too early"), "fault leave");
            compare(pressNamed(made, "Pull the plug: Page printer"), "unplug DocumentPrinter");
            compare(pressNamed(made, "放好了"), "document /tmp/paper.png");
            compare(pressNamed(made, "商店的码"), "code https://shop.example/coupon");
        }

        function test_aPulledPlugGoesBack() {
            const made = board(1920, 1080, "en", { unplugged: ["CodeScanner"] });
            compare(pressNamed(made, "Plug in again: Code scanner"), "plug CodeScanner");
        }

        function test_everythingIsSaidAndFits_data() {
            return [{ tag: "zh", size: [1920, 1080], language: "zh_CN" }, { tag: "en", size: [1920, 1080], language: "en" },
                { tag: "small", size: [1280, 720], language: "zh_CN" }];
        }

        function test_everythingIsSaidAndFits(row) {
            const made = board(row.size[0], row.size[1], row.language);
            const faults = [];
            for (const item of Tree.collect(made, item => Tree.isPressable(item))) {
                if (item.spoken.length === 0)
                    faults.push("no name: " + Tree.nameOf(item));
                if (item.width < Theme.pt(50) || item.height < Theme.pt(50))
                    faults.push("too small: " + Tree.nameOf(item));
            }
            const texts = Tree.collect(made, item => Tree.isText(item) && item.text.length > 0);
            verify(texts.length > 30);
            for (const text of texts) {
                const parent = text.parent;
                if (text.truncated || text.contentWidth > text.width + 1 || text.contentHeight > parent.height + Theme.pt(8) && parent.clip)
                    faults.push("cut off: " + Tree.nameOf(text));
                if (!Tree.within(Tree.boxOf(text, made), made))
                    faults.push("outside: " + Tree.nameOf(text));
            }
            for (let i = 0; i < texts.length; ++i) {
                for (let j = i + 1; j < texts.length; ++j) {
                    if (Tree.meet(Tree.inkOf(texts[i], made), Tree.inkOf(texts[j], made), 1))
                        faults.push("over each other: " + Tree.nameOf(texts[i]) + " and " + Tree.nameOf(texts[j]));
                }
            }
            if (pageSetup.pictures.length > 0) {
                let saved = false;
                made.grabToImage(result => { result.saveToFile(pageSetup.pictures + "/desk-" + row.tag + ".png"); saved = true; });
                tryVerify(() => saved);
            }
            compare(faults.join("\n"), "");
        }
    }
}
