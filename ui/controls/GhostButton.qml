// GhostButton: the least of the ways on, a word without a frame.
ActionButton {
    weight: "ghost"
}
