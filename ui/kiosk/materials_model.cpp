// Papers in the order of the list; the camera looks at one at a time.
#include "ui/kiosk/materials_model.h"

#include "ui/kiosk/wording.h"

namespace tongban::kiosk {

using devices::PictureDefect;

MaterialsModel::MaterialsModel(session::Session& session, session::CaptureDesk& desk,
                               QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_desk(desk) {
    m_autoShot.setSingleShot(true);
    m_autoShot.setInterval(std::chrono::milliseconds(1500));
    connect(&m_autoShot, &QTimer::timeout, this, [this] { m_desk.shoot(); });
    connect(&desk, &session::CaptureDesk::changed, this, [this] {
        ++m_frame;
        watch();
        Q_EMIT changed();
    });
    connect(&desk, &session::CaptureDesk::kept, this, [this] { openNext(); });
    connect(&desk, &session::CaptureDesk::availabilityChanged, this, [this] {
        if (m_session.stage() == session::Stage::Materials)
            openNext();
        Q_EMIT changed();
    });
    connect(&session, &session::Session::stageChanged, this, [this] {
        if (m_session.stage() == session::Stage::Materials)
            openNext();
        else
            m_autoShot.stop();
    });
    connect(&session, &session::Session::changed, this, &MaterialsModel::changed);
}

void MaterialsModel::watch() {
    const bool steady = !m_desk.material().isEmpty() && !m_desk.busy() &&
                        !m_desk.preview().isNull() && m_desk.seen().good();
    if (!steady)
        m_autoShot.stop();
    else if (!m_autoShot.isActive())
        m_autoShot.start();
}

void MaterialsModel::openNext() {
    const QStringList open = m_desk.available() ? m_session.openMaterials() : QStringList();
    for (const QString& id : open) {
        const catalog::NeededMaterial* needed = m_session.assessment().material(id);
        if (needed != nullptr && needed->material.wayOf(catalog::Way::Upload) != nullptr) {
            m_desk.open(id);
            return;
        }
    }
    m_desk.open({});
}

int MaterialsModel::done() const {
    return m_session.package() == nullptr
               ? 0
               : total() - static_cast<int>(m_session.openMaterials().size());
}

QVariant MaterialsModel::exempt() const {
    QStringList names;
    for (const catalog::NeededMaterial& needed : m_session.assessment().materials) {
        if (needed.exempt())
            names.append(needed.material.name);
    }
    if (names.isEmpty())
        return nothing();
    return QVariantMap{{QStringLiteral("title"),
                        tr("%n paper(s) you need not hand in", "", static_cast<int>(names.size()))},
                       {QStringLiteral("names"), names.join(QStringLiteral("、"))},
                       {QStringLiteral("tag"), tr("fetched")}};
}

QVariantList MaterialsModel::exemptRows() const {
    QVariantList list;
    for (const catalog::NeededMaterial& needed : m_session.assessment().materials) {
        const catalog::EvidenceWay* way = needed.material.wayOf(needed.way);
        if (needed.exempt() && way != nullptr)
            list.append(QVariantMap{{QStringLiteral("title"), needed.material.name},
                                    {QStringLiteral("reason"), way->reason},
                                    {QStringLiteral("clause"), way->clause}});
    }
    return list;
}

QVariantList MaterialsModel::checks() const {
    const auto lacks = [this](PictureDefect defect) {
        return m_desk.seen().defects.contains(defect);
    };
    const bool any = !m_desk.preview().isNull();
    const auto row = [any](const QString& text, bool ok) {
        return QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("ok"), any && ok}};
    };
    return {
        row(tr("four corners"), !lacks(PictureDefect::NoSheet) && !lacks(PictureDefect::CutOff)),
        row(tr("sharp"), !lacks(PictureDefect::Blurred) && !lacks(PictureDefect::TooSmall)),
        row(tr("no glare"), !lacks(PictureDefect::Glare)),
        row(tr("bright enough"), !lacks(PictureDefect::TooDark))};
}

QString MaterialsModel::advice() const {
    const QList<PictureDefect>& rejected = m_desk.rejected();
    const QList<PictureDefect>& defects = rejected.isEmpty() ? m_desk.seen().defects : rejected;
    if (m_desk.busy())
        return tr("Taking the picture, please hold still");
    if (defects.isEmpty())
        return m_desk.preview().isNull() ? tr("Lay the paper under the camera")
                                         : tr("Good, hold still for a moment");
    switch (defects.first()) {
    case PictureDefect::NoSheet:
        return tr("Lay the whole page on the dark mat");
    case PictureDefect::CutOff:
        return tr("A corner is outside, move it a little");
    case PictureDefect::TooSmall:
        return tr("A little nearer, please");
    case PictureDefect::Blurred:
        return tr("A bit blurred, hold still");
    case PictureDefect::Glare:
        return tr("A bit of glare, move it to the left");
    case PictureDefect::TooDark:
        return tr("A bit dark, switch on the lamp");
    }
    return {};
}

QVariant MaterialsModel::open() const {
    const catalog::NeededMaterial* needed = m_session.assessment().material(m_desk.material());
    if (needed == nullptr)
        return nothing();
    const QList<QByteArray> pages = m_session.visit().pictures.value(needed->material.id);
    QVariantList thumbs;
    for (int i = 0; i < qMax<int>(needed->material.pages, static_cast<int>(pages.size())); ++i) {
        thumbs.append(
            QVariantMap{{QStringLiteral("label"), tr("page %1").arg(i + 1)},
                        {QStringLiteral("source"),
                         i < pages.size()
                             ? QStringLiteral("image://visit/%1/%2").arg(needed->material.id).arg(i)
                             : QString()},
                        {QStringLiteral("state"), i < pages.size()    ? QStringLiteral("done")
                                                  : i == pages.size() ? QStringLiteral("now")
                                                                      : QStringLiteral("todo")}});
    }
    return QVariantMap{
        {QStringLiteral("id"), needed->material.id},
        {QStringLiteral("title"), needed->material.name},
        {QStringLiteral("hint"), needed->material.hint},
        {QStringLiteral("source"), m_desk.preview().isNull()
                                       ? QString()
                                       : QStringLiteral("image://visit/camera/%1").arg(m_frame)},
        {QStringLiteral("checks"), checks()},
        {QStringLiteral("thumbs"), thumbs},
        {QStringLiteral("advice"), advice()},
        {QStringLiteral("rejected"), m_desk.rejected().isEmpty() ? QString() : advice()}};
}

QVariantList MaterialsModel::waiting() const {
    QVariantList list;
    const session::Visit& visit = m_session.visit();
    for (const catalog::NeededMaterial& needed : m_session.assessment().materials) {
        const catalog::Material& material = needed.material;
        if (needed.exempt() || material.id == m_desk.material())
            continue;
        const bool there =
            visit.pictures.contains(material.id) || visit.promised.contains(material.id);
        const bool later = visit.later.contains(material.id);
        const bool photographed = material.wayOf(catalog::Way::Upload) != nullptr;
        const bool unseen = photographed && !there && !m_desk.available();
        QVariantList ways;
        const auto offer = [&ways](const char* id, const QString& text, const char* icon) {
            ways.append(QVariantMap{{QStringLiteral("id"), QLatin1String(id)},
                                    {QStringLiteral("text"), text},
                                    {QStringLiteral("icon"), QLatin1String(icon)}});
        };
        if (!there && photographed && !unseen)
            offer("camera", tr("Take it here"), "camera");
        if (!there && material.wayOf(catalog::Way::Promise) != nullptr)
            offer("promise", tr("Promise in writing"), "sign");
        if (!there && !later && !needed.main && material.graceDays > 0)
            offer("later", tr("Bring it later"), "clock");
        // Without a working camera a paper that is photographed goes the same way.
        if (!there && !later &&
            (session::Session::onlyOnPaper(material) || (unseen && !m_session.supplementing())))
            offer("later", tr("Hand in the original at the counter"), "clock");
        list.append(
            QVariantMap{{QStringLiteral("id"), material.id},
                        {QStringLiteral("title"), material.name},
                        {QStringLiteral("hint"),
                         unseen ? tr("The camera of this machine is not working") : material.hint},
                        {QStringLiteral("icon"), QStringLiteral("file-text")},
                        {QStringLiteral("why"), true},
                        {QStringLiteral("state"), there   ? QStringLiteral("ok")
                                                  : later ? QStringLiteral("later")
                                                          : QStringLiteral("wanted")},
                        {QStringLiteral("ways"), ways}});
    }
    return list;
}

void MaterialsModel::chooseWay(const QString& material, const QString& way) {
    if (way == QLatin1String("camera")) {
        m_desk.open(material);
    } else if (way == QLatin1String("promise")) {
        m_session.promise(material, true);
        openNext();
    } else if (way == QLatin1String("later")) {
        m_session.bringLater(material, true);
        openNext();
    }
}

void MaterialsModel::next() {
    m_session.next();
}

QVariantMap MaterialsModel::why(const QString& material) const {
    return whyOf(m_session.assessment(), material);
}

} // namespace tongban::kiosk
