// The workstation keeps nothing on its disk: cases stay at the centre.
#include "app/counter_composition.h"

#include "translations/strings.h"
#include "ui/counter/case_images.h"

#include <QCoreApplication>
#include <QLocale>

namespace tongban::app {

CounterComposition::CounterComposition(const Options& options)
    : m_options(options)
    , m_central({options.central, {}, {}})
    , m_client(m_central)
    , m_model(m_client, QStringLiteral("示范区行政服务大厅"), QStringLiteral("A06 综合受理")) {}

CounterComposition::~CounterComposition() {
    m_engine.reset(); // the window lets go of the model before it dies
}

Result<void> CounterComposition::show() {
    QLocale::setDefault(QLocale(m_options.language));
    translations::install(m_options.language);
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine->addImageProvider(QStringLiteral("case"), new counter::CaseImages(m_model));
    m_engine->setInitialProperties({{QStringLiteral("counter"), QVariant::fromValue(&m_model)},
                                    {QStringLiteral("width"), m_options.size.width()},
                                    {QStringLiteral("height"), m_options.size.height()}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Tongban/Counter/CounterWindow.qml")));
    m_window = m_engine->rootObjects().isEmpty()
                   ? nullptr
                   : qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
    if (m_window == nullptr)
        return fail(FaultKind::Internal, QStringLiteral("the counter window does not load"));
    if (m_options.fullScreen)
        m_window->showFullScreen();
    else
        m_window->show();
    return {};
}

} // namespace tongban::app
