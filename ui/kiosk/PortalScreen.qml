// PortalScreen: the hosted page inside its chrome. The web view's module is loaded only now, and its page dies with this one.
import QtQuick
import Tongban.Kiosk

PortalFrame {
    id: root

    required property PortalModel model
    property var web: null // a PortalView, of a module that is loaded late

    signal closed()

    department: model.department
    pageTitle: model.title
    address: model.address
    loading: web === null || web.loading
    identityAsked: model.asked
    identityText: model.purpose
    onClosePressed: root.closed()
    onIdentityAllowed: {
        const told = model.consent();
        if (told.length > 0)
            web.grantIdentity(told);
        else
            web.refuseIdentity();
    }
    onIdentityRefused: {
        model.refuse();
        web.refuseIdentity();
    }

    Item {
        id: holder

        anchors.fill: parent

        Component.onCompleted: {
            root.web = Qt.createQmlObject("import Tongban.Portal; PortalView { anchors.fill: parent; address: \"\"; allowedOrigins: [] }",
                holder, "portal");
            root.web.allowedOrigins = root.model.origins;
            root.web.address = root.model.address;
            root.web.identityRequested.connect(purpose => root.model.ask(purpose));
            root.web.closeRequested.connect(root.closed);
            root.web.loadFailed.connect(() => root.failed = true);
            root.web.loaded.connect(() => root.failed = false);
        }
    }
}
