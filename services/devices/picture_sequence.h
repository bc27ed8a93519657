// PictureSequence: the pictures of a place, one after the other and round again: a folder of image
// files, one image, an animated image, or a film of JPEG frames (.mjpeg).
#pragma once

#include <QByteArray>
#include <QImage>
#include <QStringList>
#include <memory>

class QImageReader;

namespace tongban::devices {

// A picture from a file, upright and no larger than a 20-megapixel camera makes; null and `why`
// when it cannot be read.
QImage readPicture(const QString& file, QString* why = nullptr);

class PictureSequence {
public:
    PictureSequence();
    explicit PictureSequence(const QString& place);
    ~PictureSequence();
    PictureSequence(PictureSequence&&) noexcept;
    PictureSequence& operator=(PictureSequence&&) noexcept;

    bool isEmpty() const { return m_files.isEmpty() && m_film.isEmpty(); }
    QImage next(); // null when a file cannot be read

private:
    QImage nextOfFilm();
    QImage nextOfAnimation();

    QStringList m_files;
    QImage m_only; // of a single file: a camera looks at it fifteen times a second
    qsizetype m_at = 0;
    QByteArray m_film; // JPEG pictures, one behind the other
    std::unique_ptr<QImageReader> m_animation;
};

} // namespace tongban::devices
