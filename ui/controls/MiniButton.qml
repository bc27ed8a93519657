// MiniButton: a small act inside a card; `strong` makes it stand out without being the page's primary.
ActionButton {
    property bool strong: false

    weight: strong ? "miniPrimary" : "mini"
    size: 28
    iconLast: false
}
