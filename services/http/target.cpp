// Strict percent decoding and splitting of a request target.
#include "services/http/target.h"

#include <QStringDecoder>
#include <algorithm>

namespace tongban::http {

namespace {

constexpr qsizetype longestTarget = 2048;
constexpr qsizetype mostParameters = 32;

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

// Decodes %XX; in a query "+" is a space. Control characters never pass.
Result<QString> decoded(QByteArrayView text, bool plusIsSpace) {
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size())
                return fail(FaultKind::Invalid, QStringLiteral("target: escape cut short"));
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0)
                return fail(FaultKind::Invalid, QStringLiteral("target: bad escape"));
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plusIsSpace) {
            c = ' ';
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return fail(FaultKind::Invalid, QStringLiteral("target: control character"));
        bytes.append(c);
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString result = utf8(bytes);
    if (utf8.hasError())
        return fail(FaultKind::Invalid, QStringLiteral("target: not UTF-8"));
    return result;
}

Result<QStringList> parsePath(QByteArrayView path) {
    QStringList segments;
    if (path == QByteArrayView("/"))
        return segments;
    qsizetype start = 1;
    while (start <= path.size()) {
        qsizetype end = path.indexOf('/', start);
        if (end < 0)
            end = path.size();
        TRY_ASSIGN(const QString segment, decoded(path.sliced(start, end - start), false));
        if (segment.isEmpty() || segment == QLatin1String(".") || segment == QLatin1String(".."))
            return fail(FaultKind::Invalid, QStringLiteral("target: empty or dotted segment"));
        if (segment.contains(u'/') || segment.contains(u'\\'))
            return fail(FaultKind::Invalid, QStringLiteral("target: encoded slash"));
        segments.append(segment);
        start = end + 1;
    }
    return segments;
}

Result<void> parseQuery(QByteArrayView query, Target& target) {
    for (const QByteArray& pair : query.toByteArray().split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArrayView view(pair);
        TRY_ASSIGN(const QString name, decoded(equals < 0 ? view : view.first(equals), true));
        TRY_ASSIGN(const QString value,
                   decoded(equals < 0 ? QByteArrayView() : view.sliced(equals + 1), true));
        if (name.isEmpty() || target.hasQuery(name) || target.query.size() >= mostParameters)
            return fail(FaultKind::Invalid,
                        QStringLiteral("target: parameter empty, twice or too many"));
        target.query.append({name, value});
    }
    return {};
}

} // namespace

QString Target::path() const {
    return QLatin1Char('/') + segments.join(QLatin1Char('/'));
}

bool Target::hasQuery(const QString& name) const {
    return std::any_of(query.begin(), query.end(),
                       [&](const auto& pair) { return pair.first == name; });
}

QString Target::queryText(const QString& name, const QString& otherwise) const {
    for (const auto& [key, value] : query) {
        if (key == name)
            return value;
    }
    return otherwise;
}

Result<qint64> Target::queryNumber(const QString& name, qint64 otherwise, qint64 least,
                                   qint64 most) const {
    if (!hasQuery(name))
        return otherwise;
    const QString text = queryText(name);
    const bool digits =
        !text.isEmpty() && text.size() <= 18 &&
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const qint64 number = digits ? text.toLongLong() : -1;
    if (!digits || number < least || number > most)
        return fail(
            FaultKind::Invalid,
            QStringLiteral("query %1: a number from %2 to %3").arg(name).arg(least).arg(most));
    return number;
}

Result<Target> parseTarget(QByteArrayView text) {
    if (text.size() > longestTarget || text.isEmpty() || text.front() != '/')
        return fail(FaultKind::Invalid,
                    QStringLiteral("target: not an absolute path of at most 2048 bytes"));
    if (text.contains('#'))
        return fail(FaultKind::Invalid, QStringLiteral("target: fragment"));
    const qsizetype mark = text.indexOf('?');
    Target target;
    TRY_ASSIGN(target.segments, parsePath(mark < 0 ? text : text.first(mark)));
    if (mark >= 0 && mark + 1 < text.size())
        TRY(parseQuery(text.sliced(mark + 1), target));
    return target;
}

} // namespace tongban::http
