// PrimaryButton: what happens next; at most one on a page.
ActionButton {
    weight: "primary"
    iconName: "arrow-right"
}
