// A small subset of Mustache, enough for the phone page.
#include "services/central/page_template.h"

#include <QJsonArray>

namespace tongban::central {

namespace {

QString textOf(const QJsonValue& value) {
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toString();
}

bool isNothing(const QJsonValue& value) {
    return value.isNull() || value.isUndefined() || (value.isBool() && !value.toBool()) ||
           (value.isArray() && value.toArray().isEmpty()) ||
           (value.isString() && value.toString().isEmpty());
}

// Inner values hide outer ones.
QJsonObject merged(const QJsonObject& outer, const QJsonValue& inner) {
    QJsonObject values = outer;
    const QJsonObject object = inner.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        values.insert(it.key(), it.value());
    if (inner.isString())
        values.insert(QStringLiteral("."), inner);
    return values;
}

Result<QString> render(QStringView page, const QJsonObject& values);

Result<QString> renderSection(QStringView inside, bool inverted, const QJsonValue& value,
                              const QJsonObject& values) {
    if (inverted)
        return isNothing(value) ? render(inside, values) : Result<QString>(QString());
    if (isNothing(value))
        return QString();
    if (!value.isArray())
        return render(inside, merged(values, value));
    QString out;
    for (const QJsonValue& one : value.toArray()) {
        TRY_ASSIGN(const QString part, render(inside, merged(values, one)));
        out += part;
    }
    return out;
}

Result<QString> render(QStringView page, const QJsonObject& values) {
    QString out;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = page.indexOf(u"{{", at);
        if (open < 0)
            return out + page.mid(at).toString();
        const qsizetype close = page.indexOf(u"}}", open);
        if (close < 0)
            return fail(FaultKind::Invalid, QStringLiteral("page: a hole is not closed"));
        out += page.mid(at, open - at);
        const QStringView tag = page.mid(open + 2, close - open - 2);
        at = close + 2;
        if (!tag.startsWith(u'#') && !tag.startsWith(u'^')) {
            out += escapedHtml(textOf(values.value(tag.toString())));
            continue;
        }
        const QString name = tag.mid(1).toString();
        const QString end = QStringLiteral("{{/%1}}").arg(name);
        const qsizetype finish = page.indexOf(end, at);
        if (finish < 0)
            return fail(FaultKind::Invalid,
                        QStringLiteral("page: section %1 is not closed").arg(name));
        TRY_ASSIGN(const QString part,
                   renderSection(page.mid(at, finish - at), tag.startsWith(u'^'),
                                 values.value(name), values));
        out += part;
        at = finish + end.size();
    }
}

} // namespace

QString escapedHtml(const QString& text) {
    QString out = text.toHtmlEscaped();
    return out.replace(u'\'', QStringLiteral("&#39;"));
}

Result<QByteArray> renderPage(const QString& page, const QJsonObject& values) {
    TRY_ASSIGN(const QString text, render(page, values));
    return text.toUtf8();
}

} // namespace tongban::central
