// EscPosParser: cuts an ESC/POS stream into operations, as it comes; what a printer does with them
// is not its concern.
#pragma once

#include <QByteArray>
#include <QList>

namespace tongban::devices {

struct EscPosOperation {
    enum class Kind {
        Initialise,
        Text, // bytes: GB18030
        LineFeed,
        FeedLines,    // value
        FeedDots,     // value
        Align,        // value 0 1 2
        Bold,         // value 0 1
        Size,         // value: GS ! n
        LineSpacing,  // value in dots, −1 the standard one
        Raster,       // width in bytes, height, bytes
        QrModule,     // value
        QrCorrection, // value 48–51
        QrStore,      // bytes
        QrPrint,
        Cut, // value: dots to feed before
        Drawer,
        RealTimeStatus, // value: n of DLE EOT n
        Status,         // value: n of GS r n
        AutoStatus,     // value: n of GS a n
        Ignored,        // understood, without effect on paper
        Unknown,        // value: the byte
    };
    Kind kind = Kind::Unknown;
    int value = 0;
    int width = 0;
    int height = 0;
    QByteArray bytes;
};

class EscPosParser {
public:
    static constexpr qsizetype longestBuffer = 4 * 1024 * 1024;

    void feed(const QByteArray& bytes);
    // The next whole operation; false when more bytes are needed.
    bool next(EscPosOperation& operation);
    // No more bytes will come: the rest of a cut-off command.
    qsizetype unread() const { return m_buffer.size() - m_at; }
    QByteArray pending() const { return m_buffer.sliced(m_at); }
    void clear();

private:
    bool realTime(EscPosOperation& operation);
    bool escape(EscPosOperation& operation);
    bool group(EscPosOperation& operation);
    bool graphics(EscPosOperation& operation);
    bool function(EscPosOperation& operation);
    bool text(EscPosOperation& operation);
    bool fixed(EscPosOperation& operation, EscPosOperation::Kind kind, qsizetype length);

    int byteAt(qsizetype offset) const { return static_cast<quint8>(m_buffer[m_at + offset]); }

    QByteArray m_buffer;
    qsizetype m_at = 0;
};

} // namespace tongban::devices
