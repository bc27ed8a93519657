// CodeReader: finds the QR code in a camera picture through a cascade of ever costlier views of it
// (devices.md §3.4).
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <chrono>
#include <optional>

namespace tongban::devices {

struct CodeRead {
    QString text;
    QByteArray bytes;      // as in the code, before any character set
    QString format;        // "QRCode", "Code128", …
    const char* pass = ""; // the view it was found in
};

// What to look for besides QR codes.
struct CodeFormats {
    bool linear = false; // Code 128, EAN-13
    bool pdf417 = false;
};

class CodeReader {
public:
    enum class Effort {
        Quick,    // every frame: as it is, and inverted
        Thorough, // every view
    };

    explicit CodeReader(CodeFormats formats = {});

    // The first view that shows a code ends the search. Pictures beyond 40 megapixels show nothing.
    std::optional<CodeRead> read(const QImage& picture, Effort effort = Effort::Thorough) const;

private:
    CodeFormats m_formats;
};

// Reads a stream of frames: quickly in each, thoroughly in every fourth; a code already told is not
// told again for two seconds.
class CodeWatch {
public:
    using Time = std::chrono::milliseconds;
    static constexpr Time repeatAfter{2000};

    explicit CodeWatch(CodeFormats formats = {})
        : m_reader(formats) {}
    std::optional<CodeRead> frame(const QImage& picture, Time now);
    void forget() { m_last.clear(); } // the next citizen

private:
    CodeReader m_reader;
    quint64 m_frames = 0;
    QByteArray m_last;
    Time m_seen{0};
};

} // namespace tongban::devices
