// The hosted department page is locked: own origin only, nothing kept between visits, identity only
// after consent.
#include <QDirIterator>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace {

// A department site of one page, and a second origin that must never be asked.
class Site : public QTcpServer {
public:
    explicit Site(QByteArray page)
        : m_page(std::move(page)) {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                    const QByteArray line = socket->readLine();
                    requests.append(line.split(' ').value(1));
                    socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                                  "Connection: close\r\nContent-Length: " +
                                  QByteArray::number(m_page.size()) + "\r\n\r\n" + m_page);
                    socket->disconnectFromHost();
                });
            }
        });
    }
    QString origin() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }
    QList<QByteArray> requests;

private:
    QByteArray m_page;
};

// Takes what a script in the page returned.
class Sink : public QObject {
    Q_OBJECT
public:
    Q_INVOKABLE void take(const QVariant& value) {
        last = value;
        ++count;
    }
    QVariant last;
    int count = 0;
};

} // namespace

class TestPortal : public QObject {
    Q_OBJECT

    QQmlEngine m_engine;
    QQuickWindow m_window;
    Sink m_sink;

    std::unique_ptr<QQuickItem> open(const Site& site) {
        QQmlComponent component(&m_engine);
        component.setData("import Tongban.Portal\nPortalView { anchors.fill: parent }", QUrl());
        auto* item = qobject_cast<QQuickItem*>(component.createWithInitialProperties(
            {{"address", QUrl(site.origin() + "/")},
             {"allowedOrigins", QStringList{site.origin()}}}));
        if (item == nullptr)
            qWarning() << component.errors();
        else
            item->setParentItem(m_window.contentItem());
        return std::unique_ptr<QQuickItem>(item);
    }

    QVariant evaluate(QObject* view, const QString& script) {
        const int before = m_sink.count;
        const QJSValue callback = m_engine.evaluate("(function(value) { sink.take(value) })");
        QMetaObject::invokeMethod(view, "evaluate", Q_ARG(QString, script),
                                  Q_ARG(QVariant, QVariant::fromValue(callback)));
        return QTest::qWaitFor([&] { return m_sink.count > before; }, 10'000) ? m_sink.last
                                                                              : QVariant();
    }

    bool waitForPage(QObject* view) {
        for (int i = 0; i < 100; ++i) {
            if (evaluate(view, "window.ready === true").toBool())
                return true;
            QTest::qWait(50);
        }
        return false;
    }

    static QByteArray pageFor(const Site& other) {
        QFile page(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/data/portal/water.html"));
        if (!page.open(QIODevice::ReadOnly))
            qFatal("tests/data/portal/water.html is missing");
        return page.readAll().replace("OTHER", other.origin().toUtf8());
    }

private Q_SLOTS:
    void initTestCase() {
        m_engine.addImportPath(QStringLiteral(TONGBAN_BINARY_DIR "/qml"));
        QJSEngine::setObjectOwnership(&m_sink, QJSEngine::CppOwnership);
        m_engine.globalObject().setProperty("sink", m_engine.newQObject(&m_sink));
        m_window.resize(1080, 1920);
        m_window.show();
    }

    void onlyItsOwnOrigin() {
        const Site other("pixel");
        const Site site(pageFor(other));
        auto view = open(site);
        QVERIFY(view);
        QSignalSpy blocked(view.get(), SIGNAL(requestBlocked(QString)));
        QVERIFY(waitForPage(view.get()));
        QTRY_VERIFY(blocked.count() >= 2);
        QCOMPARE(evaluate(view.get(), "window.popup").toString(), QStringLiteral("refused"));
        evaluate(view.get(), QStringLiteral("location.href = '%1/away'").arg(other.origin()));
        QTest::qWait(300);
        QVERIFY2(other.requests.isEmpty(), "the other origin was asked");
        QCOMPARE(evaluate(view.get(), "document.title").toString(), QStringLiteral("水费查询"));
    }

    void identityOnlyAfterConsent() {
        const Site other("pixel");
        const Site site(pageFor(other));
        auto view = open(site);
        QVERIFY(waitForPage(view.get()));
        QSignalSpy asked(view.get(), SIGNAL(identityRequested(QString)));
        evaluate(view.get(), "ask(); 1");
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("查水费"));
        QCOMPARE(evaluate(view.get(), "window.got").toString(), QStringLiteral("nothing"));
        QMetaObject::invokeMethod(view.get(), "refuseIdentity");
        QTRY_COMPARE(evaluate(view.get(), "window.got").toString(), QStringLiteral("refused"));
        QMetaObject::invokeMethod(view.get(), "grantIdentity",
                                  Q_ARG(QString, QStringLiteral("{\"name\":\"林晓岚\"}")));
        QTRY_COMPARE(evaluate(view.get(), "window.got").toString(), QStringLiteral("林晓岚"));
    }

    void twentyFiveVisitsLeaveNothing() {
        const Site other("pixel");
        const Site site(pageFor(other));
        for (int visit = 0; visit < 25; ++visit) {
            auto view = open(site);
            QVERIFY(waitForPage(view.get()));
            QCOMPARE(evaluate(view.get(), "window.before").toString(), QStringLiteral("|"));
            QVERIFY(evaluate(view.get(), "document.cookie").toString().contains("who=someone"));
            view.reset();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        const QString home = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        QDirIterator files(home + "/QtWebEngine", QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains("someone"), qPrintable(file.fileName()));
        }
    }
};

int main(int argc, char** argv) {
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QStandardPaths::setTestModeEnabled(true);
    QGuiApplication app(argc, argv);
    TestPortal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_portal.moc"
