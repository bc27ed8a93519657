// Files, animations and films to pictures.
#include "services/devices/picture_sequence.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <algorithm>

namespace tongban::devices {

namespace {

constexpr int longestSide = 6000; // of a 20-megapixel camera
constexpr qint64 longestFilm = 512LL * 1024 * 1024;
const QByteArray jpegStart = QByteArrayLiteral("\xFF\xD8\xFF");
const QByteArray jpegEnd = QByteArrayLiteral("\xFF\xD9");

bool isFilm(const QFileInfo& place) {
    const QString suffix = place.suffix().toLower();
    return suffix == u"mjpeg" || suffix == u"mjpg";
}

void limitSize(QImageReader& reader) {
    const QSize size = reader.size();
    if (size.isValid() && std::max(size.width(), size.height()) > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio));
}

} // namespace

QImage readPicture(const QString& file, QString* why) {
    QImageReader reader(file);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    limitSize(reader);
    const QImage picture = reader.read();
    if (picture.isNull() && why != nullptr)
        *why = reader.errorString();
    return picture;
}

PictureSequence::PictureSequence() = default;
PictureSequence::~PictureSequence() = default;
PictureSequence::PictureSequence(PictureSequence&&) noexcept = default;
PictureSequence& PictureSequence::operator=(PictureSequence&&) noexcept = default;

PictureSequence::PictureSequence(const QString& place) {
    const QFileInfo info(place);
    if (info.isDir()) {
        const QDir folder(place);
        for (const QString& name : folder.entryList(
                 {QStringLiteral("*.png"), QStringLiteral("*.jpg"), QStringLiteral("*.jpeg")},
                 QDir::Files, QDir::Name))
            m_files.append(folder.filePath(name));
        return;
    }
    if (!info.isFile())
        return;
    if (isFilm(info)) {
        QFile film(place);
        if (film.size() <= longestFilm && film.open(QIODevice::ReadOnly))
            m_film = film.readAll();
        if (!m_film.contains(jpegStart))
            m_film.clear();
        return;
    }
    m_files.append(place);
    auto reader = std::make_unique<QImageReader>(place);
    if (reader->supportsAnimation() && reader->imageCount() != 1)
        m_animation = std::move(reader);
}

QImage PictureSequence::next() {
    if (!m_film.isEmpty())
        return nextOfFilm();
    if (m_animation)
        return nextOfAnimation();
    if (m_files.isEmpty())
        return {};
    if (m_files.size() == 1) {
        if (m_only.isNull())
            m_only = readPicture(m_files[0]);
        return m_only;
    }
    const QImage picture = readPicture(m_files[m_at]);
    m_at = (m_at + 1) % m_files.size();
    return picture;
}

// Each picture runs from its start mark to the next one; what stands between is an index or sound.
QImage PictureSequence::nextOfFilm() {
    qsizetype start = m_film.indexOf(jpegStart, m_at);
    if (start < 0)
        start = m_film.indexOf(jpegStart);
    qsizetype end = m_film.indexOf(jpegEnd, start);
    end = end < 0 ? m_film.size() : end + jpegEnd.size();
    m_at = end;
    return QImage::fromData(QByteArrayView(m_film).sliced(start, end - start), "JPEG");
}

QImage PictureSequence::nextOfAnimation() {
    limitSize(*m_animation);
    QImage picture = m_animation->read();
    if (!picture.isNull())
        return picture;
    m_animation = std::make_unique<QImageReader>(m_files.first()); // from the start again
    return m_animation->read();
}

} // namespace tongban::devices
