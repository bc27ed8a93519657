// Sets an A4 document with QPdfWriter; the fonts come with it as subsets.
#include "services/devices/document_pdf.h"

#include "services/receipt/qr_code.h"

#include <QBuffer>
#include <QFont>
#include <QFontMetricsF>
#include <QJsonDocument>
#include <QPainter>
#include <QPdfWriter>
#include <cmath>

namespace tongban::devices {

namespace {

constexpr int dpi = 300;
constexpr double millimetre = dpi / 25.4;
constexpr double margin = 22 * millimetre;
constexpr double codeSide = 32 * millimetre;
constexpr double labelWidth = 38 * millimetre;

class Setter {
public:
    explicit Setter(QPdfWriter& writer)
        : m_writer(writer)
        , m_painter(&writer)
        , m_width(writer.width())
        , m_height(writer.height()) {}

    void title(const QString& text) {
        block(text, 20, QFont::Bold, Qt::AlignHCenter, 8 * millimetre);
    }
    void mark(const QString& text) {
        if (!text.isEmpty())
            block(text, 10, QFont::Normal, Qt::AlignRight, 2 * millimetre);
    }
    void row(const QString& label, const QString& value);
    void paragraph(const QString& text) {
        block(text, 12, QFont::Normal, Qt::AlignLeft, 3 * millimetre);
    }
    void code(const receipt::QrCode& code, const QString& hint);
    void finish(const QString& footer);

private:
    QFont font(int points, QFont::Weight weight) const {
        QFont font(QStringLiteral("Noto Sans CJK SC"), points, weight);
        font.setHintingPreference(QFont::PreferNoHinting);
        return font;
    }
    double heightOf(const QString& text, double width) const {
        return m_painter.fontMetrics()
            .boundingRect(QRect(0, 0, static_cast<int>(width), 1'000'000),
                          Qt::TextWordWrap | Qt::TextWrapAnywhere, text)
            .height();
    }
    void block(const QString& text, int points, QFont::Weight weight, int align, double after);
    void need(double height);
    void pageFooter();

    QPdfWriter& m_writer;
    QPainter m_painter;
    const double m_width;
    const double m_height;
    double m_y = 0;
    int m_page = 1;
    QString m_footer;
};

void Setter::need(double height) {
    if (m_y + height <= m_height - 12 * millimetre || m_y <= 0)
        return;
    pageFooter();
    m_writer.newPage();
    ++m_page;
    m_y = 0;
}

void Setter::pageFooter() {
    m_painter.setFont(font(9, QFont::Normal));
    const QRectF line(0, m_height - 8 * millimetre, m_width, 8 * millimetre);
    m_painter.drawText(line, Qt::AlignCenter, QStringLiteral("第%1页").arg(m_page));
}

// Long texts are cut at lines that fit the page.
void Setter::block(const QString& text, int points, QFont::Weight weight, int align, double after) {
    for (const QString& part : text.split(u'\n')) {
        m_painter.setFont(font(points, weight));
        QString rest = part;
        while (!rest.isEmpty()) {
            need(m_painter.fontMetrics().height());
            const double space = m_height - 12 * millimetre - m_y;
            qsizetype fits = rest.size();
            while (fits > 1 && heightOf(rest.left(fits), m_width) > space)
                fits = fits > 64 ? fits * 3 / 4 : fits - 1;
            const QString here = rest.left(fits);
            const double height = heightOf(here, m_width);
            m_painter.drawText(QRectF(0, m_y, m_width, height),
                               align | Qt::TextWordWrap | Qt::TextWrapAnywhere, here);
            m_y += height;
            rest.remove(0, fits);
        }
        m_y += part.isEmpty() ? m_painter.fontMetrics().height() : 0;
    }
    m_y += after;
}

void Setter::row(const QString& label, const QString& value) {
    m_painter.setFont(font(12, QFont::Normal));
    const double valueWidth = m_width - labelWidth;
    const double height =
        std::max({heightOf(value, valueWidth), heightOf(label, labelWidth), 7 * millimetre});
    need(height + 2 * millimetre);
    const int flags = Qt::AlignLeft | Qt::TextWordWrap | Qt::TextWrapAnywhere;
    m_painter.drawText(QRectF(0, m_y, labelWidth - 3 * millimetre, height), flags, label);
    m_painter.drawText(QRectF(labelWidth, m_y, valueWidth, height), flags, value);
    m_y += height + millimetre;
    m_painter.setPen(QPen(Qt::gray, 0.15 * millimetre));
    m_painter.drawLine(QPointF(0, m_y), QPointF(m_width, m_y));
    m_painter.setPen(Qt::black);
    m_y += millimetre;
}

// Drawn as rectangles, so that it is sharp at any resolution; flush with the text at its left.
void Setter::code(const receipt::QrCode& code, const QString& hint) {
    need(codeSide + 4 * millimetre);
    const double quiet = codeSide * receipt::QrCode::quietZone / code.size();
    code.paint(m_painter,
               QRectF(0, m_y, codeSide, codeSide).adjusted(-quiet, -quiet, quiet, quiet));
    m_painter.setFont(font(10, QFont::Normal));
    const double left = codeSide + 6 * millimetre;
    m_painter.drawText(QRectF(left, m_y, m_width - left, codeSide),
                       Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap | Qt::TextWrapAnywhere,
                       hint);
    m_y += codeSide + 4 * millimetre;
}

void Setter::finish(const QString& footer) {
    if (!footer.isEmpty())
        block(footer, 10, QFont::Normal, Qt::AlignRight, 0);
    pageFooter();
    m_painter.end();
}

} // namespace

Result<QByteArray> documentPdf(const PrintedDocument& document) {
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(dpi);
        writer.setPageSize(QPageSize(QPageSize::A4));
        const double margins = margin / millimetre;
        writer.setPageMargins(QMarginsF(margins, margins, margins, margins),
                              QPageLayout::Millimeter);
        writer.setTitle(document.title);
        writer.setCreator(QStringLiteral("Tongban"));
        if (!document.attachment.isEmpty())
            writer.addFileAttachment(QStringLiteral("document.json"),
                                     QJsonDocument(document.attachment).toJson(),
                                     QStringLiteral("application/json"));
        Setter setter(writer);
        setter.mark(document.reprintMark);
        setter.title(document.title);
        for (const auto& [label, value] : document.rows)
            setter.row(label, value);
        for (const QString& paragraph : document.paragraphs)
            setter.paragraph(paragraph);
        if (!document.verifyCode.isEmpty()) {
            TRY_ASSIGN(const receipt::QrCode code,
                       receipt::QrCode::encode(document.verifyCode, receipt::ErrorCorrection::M));
            setter.code(code, document.verifyHint);
        }
        setter.finish(document.footer);
    }
    return pdf;
}

} // namespace tongban::devices
