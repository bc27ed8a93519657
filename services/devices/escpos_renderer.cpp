// A paper roll of dots: text in 24-dot cells, raster pictures and QR codes.
#include "services/devices/escpos_renderer.h"

#include "services/devices/escpos_parser.h"
#include "services/devices/gb18030.h"
#include "services/receipt/qr_code.h"

#include <QFont>
#include <QPainter>
#include <algorithm>

namespace tongban::devices {

namespace {

constexpr int cell = 24; // dots: a Chinese character is 24 × 24, an ASCII one 12 × 24
constexpr int standardSpacing = 30;
constexpr int longestTicket = 40'000; // five metres at 8 dots a millimetre

class Roll {
public:
    explicit Roll(int dots)
        : m_dots(dots)
        , m_paper(blank(1024))
        , m_font(QStringLiteral("Noto Sans Mono CJK SC")) {
        m_font.setPixelSize(cell);
        m_font.setStyleStrategy(QFont::NoAntialias);
    }

    void perform(const EscPosOperation& operation);
    void cut();
    bool tooLong() const { return m_y > longestTicket; }
    QList<QImage> tickets() const { return m_tickets; }

private:
    struct Glyph {
        uint character;
        int width;
        int height;
        bool bold;
    };

    QImage blank(int height) const {
        QImage paper(m_dots, height, QImage::Format_Grayscale8);
        paper.fill(255);
        return paper;
    }
    void reset() {
        m_align = 0;
        m_bold = false;
        m_width = m_height = 1;
        m_spacing = standardSpacing;
    }
    void type(const QString& text);
    void endLine(bool always);
    void draw(const QImage& picture);
    void reserve(int bottom);
    int left(int width) const {
        return m_align == 1 ? (m_dots - width) / 2 : m_align == 2 ? m_dots - width : 0;
    }
    QImage rasterOf(const EscPosOperation& operation) const;

    const int m_dots;
    QImage m_paper;
    QFont m_font;
    QList<QImage> m_tickets;
    QList<Glyph> m_line;
    int m_lineWidth = 0;
    int m_y = 0;
    int m_align = 0;
    bool m_bold = false;
    int m_width = 1;
    int m_height = 1;
    int m_spacing = standardSpacing;
    int m_module = 3;
    receipt::ErrorCorrection m_correction = receipt::ErrorCorrection::L;
    QByteArray m_code;
};

void Roll::reserve(int bottom) {
    if (bottom <= m_paper.height() || bottom > longestTicket + 70'000)
        return;
    QImage longer = blank(std::max(bottom, m_paper.height() * 2));
    std::copy_n(m_paper.constBits(), m_paper.sizeInBytes(), longer.bits());
    m_paper = longer;
}

void Roll::type(const QString& text) {
    for (const uint character : text.toUcs4()) {
        const int width = (character < 0x80 ? cell / 2 : cell) * m_width;
        if (m_lineWidth + width > m_dots)
            endLine(true);
        m_line.append({character, width, cell * m_height, m_bold});
        m_lineWidth += width;
    }
}

void Roll::endLine(bool always) {
    if (m_line.isEmpty() && !always)
        return;
    int height = cell;
    for (const Glyph& glyph : m_line)
        height = std::max(height, glyph.height);
    reserve(m_y + height);
    if (!m_line.isEmpty()) {
        QPainter painter(&m_paper);
        int x = left(m_lineWidth);
        for (const Glyph& glyph : m_line) {
            m_font.setBold(glyph.bold);
            painter.setFont(m_font);
            painter.save();
            painter.translate(x, m_y + height - glyph.height);
            const int across = glyph.character < 0x80 ? cell / 2 : cell;
            painter.scale(double(glyph.width) / across, double(glyph.height) / cell);
            painter.drawText(
                QRect(0, 0, across, cell), Qt::AlignCenter,
                QString::fromUcs4(reinterpret_cast<const char32_t*>(&glyph.character), 1));
            painter.restore();
            x += glyph.width;
        }
    }
    m_y += std::max(height + (m_spacing - cell), 1);
    m_line.clear();
    m_lineWidth = 0;
}

void Roll::draw(const QImage& picture) {
    endLine(false);
    reserve(m_y + picture.height());
    QPainter(&m_paper).drawImage(left(picture.width()), m_y, picture);
    m_y += picture.height();
}

QImage Roll::rasterOf(const EscPosOperation& operation) const {
    QImage picture(std::min(operation.width * 8, m_dots), operation.height,
                   QImage::Format_Grayscale8);
    for (int y = 0; y < picture.height(); ++y) {
        uchar* row = picture.scanLine(y);
        for (int x = 0; x < picture.width(); ++x) {
            const auto byte = static_cast<quint8>(operation.bytes[y * operation.width + x / 8]);
            row[x] = (byte >> (7 - x % 8)) & 1 ? 0 : 255;
        }
    }
    return picture;
}

void Roll::cut() {
    endLine(false);
    if (m_y > 0)
        m_tickets.append(m_paper.copy(0, 0, m_dots, std::min(m_y, m_paper.height())));
    m_paper = blank(1024);
    m_y = 0;
}

void Roll::perform(const EscPosOperation& operation) {
    using Kind = EscPosOperation::Kind;
    switch (operation.kind) {
    case Kind::Initialise:
        endLine(false);
        return reset();
    case Kind::Text:
        return type(fromGb18030(operation.bytes));
    case Kind::LineFeed:
        return endLine(true);
    case Kind::FeedLines:
        endLine(false);
        m_y += operation.value * m_spacing;
        return reserve(m_y);
    case Kind::FeedDots:
        endLine(false);
        m_y += operation.value;
        return reserve(m_y);
    case Kind::Align:
        m_align = operation.value % 48;
        return;
    case Kind::Bold:
        m_bold = operation.value & 1;
        return;
    case Kind::Size:
        m_width = ((operation.value >> 4) & 7) + 1;
        m_height = (operation.value & 7) + 1;
        return;
    case Kind::LineSpacing:
        m_spacing = operation.value < 0 ? standardSpacing : operation.value;
        return;
    case Kind::Raster:
        if (operation.width > 0 && operation.height > 0)
            draw(rasterOf(operation));
        return;
    case Kind::QrModule:
        m_module = std::clamp(operation.value, 1, 16);
        return;
    case Kind::QrCorrection:
        m_correction =
            static_cast<receipt::ErrorCorrection>(std::clamp(operation.value - 48, 0, 3));
        return;
    case Kind::QrStore:
        m_code = operation.bytes;
        return;
    case Kind::QrPrint:
        if (const auto code = receipt::QrCode::encodeBytes(m_code, m_correction))
            draw(code->toImage(m_module));
        return;
    case Kind::Cut:
        m_y += std::max(0, operation.value);
        reserve(m_y);
        return cut();
    default:
        return;
    }
}

} // namespace

Result<QList<QImage>> renderEscPos(const QByteArray& stream, int dots) {
    EscPosParser parser;
    parser.feed(stream);
    Roll roll(dots);
    EscPosOperation operation;
    while (parser.next(operation)) {
        roll.perform(operation);
        if (roll.tooLong())
            return fail(FaultKind::Invalid, QStringLiteral("a ticket longer than five metres"));
    }
    roll.cut();
    return roll.tickets();
}

} // namespace tongban::devices
