// Options of one act: named values, flags, and what is left.
#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>

namespace tongban::cli {

struct KbOptions {
    QHash<QString, QString> values;
    QSet<QString> flags;
    QStringList plain;
    QString wrong; // the first argument that fits nothing

    QString value(const char* name) const { return values.value(QLatin1String(name)); }
    bool has(const char* name) const {
        return values.contains(QLatin1String(name)) || flags.contains(QLatin1String(name));
    }
    int number(const char* name, int otherwise) const {
        bool ok = false;
        const int read = value(name).toInt(&ok);
        return ok ? read : otherwise;
    }
};

// `named` take a value, `flagged` do not; anything else that begins with “--” is wrong. After “--”
// everything is plain.
inline KbOptions readKbOptions(const QStringList& arguments, const QStringList& named,
                               const QStringList& flagged = {}) {
    KbOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (named.contains(argument) && i + 1 < arguments.size())
            options.values.insert(argument, arguments[++i]);
        else if (flagged.contains(argument))
            options.flags.insert(argument);
        else if (argument == QLatin1String("--"))
            options.plain += arguments.mid(i + 1), i = arguments.size();
        else if (argument.startsWith(QLatin1String("--")) || argument == QLatin1String("-o"))
            options.wrong = options.wrong.isEmpty() ? argument : options.wrong;
        else
            options.plain.append(argument);
    }
    return options;
}

} // namespace tongban::cli
