// tree.js: looks at a page as a person would: which texts, which things to press, and where they are.
.pragma library

function shown(item) {
    return item.visible && item.opacity > 0;
}

function isText(item) {
    return item.contentWidth !== undefined && item.truncated !== undefined && typeof item.text === "string";
}

function isPressable(item) {
    return item.debounce !== undefined && typeof item.press === "function";
}

function isKey(item) {
    return isPressable(item) && item.functional !== undefined && item.digits !== undefined;
}

// Every item below `root` that a person can see, with its ancestors' say.
function collect(root, accept, found, artwork) {
    const list = found ?? [];
    const drawn = artwork || root.objectName === "artwork";
    for (let i = 0; i < root.children.length; ++i) {
        const child = root.children[i];
        if (!shown(child))
            continue;
        if (accept(child) && !(drawn || child.objectName === "artwork"))
            list.push(child);
        collect(child, accept, list, drawn);
    }
    return list;
}

function boxOf(item, stage) {
    return item.mapToItem(stage, 0, 0, item.width, item.height);
}

// The box of the letters themselves; the leading above and below them is not ink.
function inkOf(text, stage) {
    const spareX = Math.max(0, text.width - text.contentWidth);
    const spareY = Math.max(0, text.height - text.contentHeight - text.topPadding - text.bottomPadding);
    const left = text.horizontalAlignment === 4 ? spareX / 2 : text.horizontalAlignment === 2 ? spareX : 0;
    const top = text.topPadding + (text.verticalAlignment === 128 ? spareY / 2 : 0);
    const trim = text.font.pixelSize * 0.24;
    return text.mapToItem(stage, left, top + trim, Math.min(text.contentWidth, text.width), Math.max(1, text.contentHeight - 2 * trim));
}

function within(box, stage) {
    return box.x + box.width > 0 && box.x < stage.width && box.y + box.height > 0 && box.y < stage.height;
}

function meet(a, b, slack) {
    return a.x + a.width > b.x + slack && b.x + b.width > a.x + slack && a.y + a.height > b.y + slack && b.y + b.height > a.y + slack;
}

// The distance between two boxes along the axis that parts them.
function gap(a, b) {
    const dx = Math.max(b.x - a.x - a.width, a.x - b.x - b.width);
    const dy = Math.max(b.y - a.y - a.height, a.y - b.y - b.height);
    return Math.max(dx, dy);
}

function holds(ancestor, item) {
    for (let at = item; at; at = at.parent) {
        if (at === ancestor)
            return true;
    }
    return false;
}

function nameOf(item) {
    return String(item).split("_QML")[0].split("(")[0] + " “" + (item.spoken ?? item.text ?? "") + "”";
}

function where(box) {
    return "(" + Math.round(box.x) + ", " + Math.round(box.y) + ", " + Math.round(box.width) + "×" + Math.round(box.height) + ")";
}
