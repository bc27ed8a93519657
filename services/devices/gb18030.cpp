// GB18030 through the C library's iconv.
#include "services/devices/gb18030.h"

#include <iconv.h>
#include <memory>

namespace tongban::devices {

namespace {

// Converts all of `bytes`; `skipped` is written for each input byte that cannot be converted.
QByteArray converted(const char* to, const char* from, QByteArray bytes,
                     const QByteArray& skipped) {
    const iconv_t opened = iconv_open(to, from);
    if (opened == reinterpret_cast<iconv_t>(-1))
        return {};
    const std::unique_ptr<void, int (*)(iconv_t)> converter(opened, iconv_close);
    QByteArray out(bytes.size() * 4 + 16, Qt::Uninitialized);
    char* source = bytes.data();
    auto left = static_cast<size_t>(bytes.size());
    char* target = out.data();
    auto space = static_cast<size_t>(out.size());
    while (left > 0 && iconv(opened, &source, &left, &target, &space) == static_cast<size_t>(-1)) {
        if (left == 0 || space < static_cast<size_t>(skipped.size()))
            break;
        ++source;
        --left;
        std::copy(skipped.begin(), skipped.end(), target);
        target += skipped.size();
        space -= static_cast<size_t>(skipped.size());
    }
    out.truncate(target - out.data());
    return out;
}

} // namespace

QByteArray toGb18030(const QString& text) {
    return converted("GB18030", "UTF-8", text.toUtf8(), QByteArrayLiteral("?"));
}

QString fromGb18030(const QByteArray& bytes) {
    return QString::fromUtf8(
        converted("UTF-8", "GB18030", bytes, QByteArrayLiteral("\xEF\xBF\xBD")));
}

bool inDailyUse(const QString& text) {
    const QString plain = QString(text).remove(u'·');
    const QByteArray utf8 = plain.toUtf8();
    const QByteArray mark("\x01");
    return !converted("GB2312", "UTF-8", utf8, mark).contains('\x01') ||
           !converted("BIG5", "UTF-8", utf8, mark).contains('\x01');
}

} // namespace tongban::devices
