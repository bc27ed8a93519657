// SecondaryButton: another way on, or back.
ActionButton {
    weight: "secondary"
}
