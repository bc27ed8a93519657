// The cascade over libzxing: as is → inverted → softened half size → equalised → sharpened → one
// threshold for all.
#include "services/devices/code_reader.h"

#include "services/devices/gb18030.h"
#include "services/devices/grey_filters.h"

#include <QStringDecoder>
#define ZX_USE_UTF8 // text() as std::string, as in every later release
#include <ZXing/ReadBarcode.h>
#include <algorithm>
#include <exception>

namespace tongban::devices {

namespace {

constexpr qint64 mostPixels = 40'000'000;

ZXing::DecodeHints hintsFor(const CodeFormats& formats) {
    ZXing::BarcodeFormats wanted = ZXing::BarcodeFormat::QRCode;
    if (formats.linear)
        wanted |= ZXing::BarcodeFormat::Code128 | ZXing::BarcodeFormat::EAN13;
    if (formats.pdf417)
        wanted |= ZXing::BarcodeFormat::PDF417;
    ZXing::DecodeHints hints;
    hints.setFormats(wanted).setTryHarder(true).setTryRotate(true).setMaxNumberOfSymbols(1);
    return hints;
}

bool isUtf8(const QByteArray& bytes) {
    auto decode = QStringDecoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decode(bytes);
    return !decode.hasError() && !text.isEmpty();
}

bool isChinese(const QString& text) {
    const QList<uint> characters = text.toUcs4();
    return std::all_of(characters.begin(), characters.end(), [](uint c) {
        return c < 0x80 || QChar::script(c) == QChar::Script_Han || (c >= 0x3000 && c <= 0x303F) ||
               (c >= 0xFF00 && c <= 0xFFEF);
    });
}

// Codes hold UTF-8 or GB18030 without saying so; the library's guess, made for Japan, comes last.
QString textOf(const ZXing::Result& result, const QByteArray& bytes) {
    if (!result.hasECI() && result.format() == ZXing::BarcodeFormat::QRCode) {
        if (isUtf8(bytes))
            return QString::fromUtf8(bytes);
        if (const QString chinese = fromGb18030(bytes); isChinese(chinese))
            return chinese;
    }
    return QString::fromStdString(result.text());
}

std::optional<CodeRead> readOnce(const QImage& grey, ZXing::DecodeHints hints, const char* pass,
                                 ZXing::Binarizer binarizer = ZXing::Binarizer::LocalAverage) {
    hints.setBinarizer(binarizer);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(),
                                ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine()));
    const ZXing::Result result = ZXing::ReadBarcode(view, hints);
    if (!result.isValid())
        return {};
    const ZXing::ByteArray& raw = result.bytes();
    const QByteArray bytes(reinterpret_cast<const char*>(raw.data()),
                           static_cast<qsizetype>(raw.size()));
    CodeRead read{textOf(result, bytes), bytes, QString::fromStdString(ToString(result.format())),
                  pass};
    if (read.text.isEmpty())
        return {};
    return read;
}

} // namespace

CodeReader::CodeReader(CodeFormats formats)
    : m_formats(formats) {}

std::optional<CodeRead> CodeReader::read(const QImage& picture, Effort effort) const {
    if (picture.isNull() || qint64(picture.width()) * picture.height() > mostPixels)
        return {};
    const QImage grey = greyOf(picture);
    const ZXing::DecodeHints hints = hintsFor(m_formats);
    try {
        if (auto read = readOnce(grey, hints, "plain"))
            return read;
        if (auto read = readOnce(inverted(grey), hints, "inverted"))
            return read;
        if (effort == Effort::Quick)
            return {};
        if (auto read = readOnce(halved(blurred(grey, 1)), hints, "half"))
            return read;
        // Softening first keeps noise and screen patterns out of what the sharpening lifts.
        if (auto read = readOnce(sharpened(blurred(grey, 1), 4, 3.0), hints, "sharpened"))
            return read;
        if (auto read = readOnce(sharpened(equalised(grey), 4, 2.0), hints, "equalised"))
            return read;
        return readOnce(grey, hints, "global", ZXing::Binarizer::GlobalHistogram);
    } catch (const std::exception&) {
        return {}; // the library throws on what it cannot hold; a picture without a code, then
    }
}

std::optional<CodeRead> CodeWatch::frame(const QImage& picture, Time now) {
    const bool thorough = m_frames++ % 4 == 3;
    auto read =
        m_reader.read(picture, thorough ? CodeReader::Effort::Thorough : CodeReader::Effort::Quick);
    if (!read)
        return {};
    const bool told = read->bytes == m_last && now - m_seen < repeatAfter;
    m_last = read->bytes;
    m_seen = now;
    if (told)
        return {};
    return read;
}

} // namespace tongban::devices
