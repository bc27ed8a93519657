// The locked frame around one hosted department site. The host asks for consent; without it no identity leaves.
import QtQuick
import QtWebChannel
import QtWebEngine
import Tongban.Portal

Item {
    id: root

    required property url address
    // Origins "scheme://host:port" the site may load from.
    required property list<string> allowedOrigins
    readonly property bool loading: view.loading
    readonly property string title: view.title

    // The site asked who is here; answer with grantIdentity(json) or refuseIdentity().
    signal identityRequested(string purpose)
    signal closeRequested
    signal requestBlocked(string origin)
    signal loadFailed(string reason)
    signal loaded

    function grantIdentity(identity: string) {
        bridge.identityGranted(identity);
    }
    function refuseIdentity() {
        bridge.identityRefused();
    }
    // For tests and for printing: runs a script in the page and hands its result to the callback.
    function evaluate(script: string, callback: var) {
        view.runJavaScript(script, callback);
    }

    // What the site sees as `hall` on its web channel.
    QtObject {
        id: bridge

        signal identityGranted(string identity)
        signal identityRefused

        function requestIdentity(purpose: string) {
            root.identityRequested(purpose.slice(0, 80));
        }
        function close() {
            root.closeRequested();
        }

        WebChannel.id: "hall"
    }
    WebChannel {
        id: channel

        registeredObjects: [bridge]
    }
    PortalProfile {
        id: portalProfile

        allowedOrigins: root.allowedOrigins

        onDownloadRequested: download => download.cancel()
        onRequestBlocked: origin => root.requestBlocked(origin)
    }
    WebEngineView {
        id: view

        anchors.fill: parent
        profile: portalProfile
        webChannel: channel
        url: root.address

        settings.javascriptCanOpenWindows: false
        settings.javascriptCanAccessClipboard: false
        settings.javascriptCanPaste: false
        settings.localContentCanAccessFileUrls: false
        settings.localContentCanAccessRemoteUrls: false
        settings.pluginsEnabled: false
        settings.fullScreenSupportEnabled: false
        settings.screenCaptureEnabled: false
        settings.focusOnNavigationEnabled: true
        settings.showScrollBars: false

        onContextMenuRequested: request => request.accepted = true
        onFeaturePermissionRequested: (origin, feature) => view.grantFeaturePermission(origin, feature, false)
        onFileDialogRequested: request => {
            request.accepted = true;
            request.dialogReject();
        }
        onJavaScriptDialogRequested: request => {
            request.accepted = true;
            request.dialogReject();
        }
        onAuthenticationDialogRequested: request => {
            request.accepted = true;
            request.dialogReject();
        }
        onFullScreenRequested: request => request.reject()
        onPrintRequested: {}
        onNavigationRequested: request => {
            if (!portalProfile.allows(request.url))
                request.reject();
        }
        onLoadingChanged: change => {
            if (change.status === WebEngineView.LoadSucceededStatus)
                root.loaded();
            else if (change.status === WebEngineView.LoadFailedStatus)
                root.loadFailed(change.errorString);
        }
        onRenderProcessTerminated: (status, code) => root.loadFailed("renderer " + code)
    }
}
