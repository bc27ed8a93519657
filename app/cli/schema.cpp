// tongban schema: the central database's tables and their links as a Mermaid diagram, from the
// migrations themselves.
#include "app/cli/verbs.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace tongban::cli {

namespace {

constexpr char usage[] =
    "tongban schema [FOLDER]\n\n"
    "Prints a Mermaid erDiagram of the numbered SQL files in FOLDER (default: "
    "resources/sql/central).\n"
    "services/central/README.md holds its output; any Markdown viewer with Mermaid draws it.";

struct Column {
    QString name;
    QString type;
    bool key = false;
    QString references;
};

// One line of a CREATE TABLE body that defines a column; empty name for constraints and comments.
Column columnIn(const QString& line) {
    static const QRegularExpression pattern(
        QStringLiteral("^    ([a-z_0-9]+)\\s+(text|bigint|bytea)\\b(.*)$"));
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return {};
    static const QRegularExpression reference(QStringLiteral("REFERENCES ([a-z_]+)\\("));
    const QString rest = match.captured(3);
    return {match.captured(1), match.captured(2), rest.contains(QStringLiteral("PRIMARY KEY")),
            reference.match(rest).captured(1)};
}

// What later files add to a table stands in its body as if it had always been there.
QString withAdditions(QString sql) {
    static const QRegularExpression added(
        QStringLiteral("^ALTER TABLE ([a-z_]+) ADD COLUMN ([a-z_0-9]+ [a-z]+[^;]*);.*$"),
        QRegularExpression::MultilineOption);
    const QString all = sql;
    for (auto it = added.globalMatch(all); it.hasNext();) {
        const auto match = it.next();
        const qsizetype table =
            sql.indexOf(QStringLiteral("CREATE TABLE %1 (").arg(match.captured(1)));
        const qsizetype end = sql.indexOf(QStringLiteral("\n);"), table);
        if (table >= 0 && end >= 0)
            sql.insert(end, QStringLiteral("\n    ") + match.captured(2));
    }
    return sql;
}

void printTables(const QString& sql, QStringList& links) {
    static const QRegularExpression table(
        QStringLiteral("CREATE TABLE ([a-z_]+) \\(\\n(.*?)\\n\\);"),
        QRegularExpression::DotMatchesEverythingOption);
    for (auto it = table.globalMatch(sql); it.hasNext();) {
        const auto match = it.next();
        say(QStringLiteral("    %1 {").arg(match.captured(1)));
        for (const QString& line : match.captured(2).split(QLatin1Char('\n'))) {
            const Column column = columnIn(line);
            if (column.name.isEmpty())
                continue;
            say(QStringLiteral("        %1 %2%3")
                    .arg(column.type, column.name, column.key ? QStringLiteral(" PK") : QString()));
            if (!column.references.isEmpty())
                links.append(QStringLiteral("    %1 ||--o{ %2 : %3")
                                 .arg(column.references, match.captured(1), column.name));
        }
        say(QStringLiteral("    }"));
    }
}

} // namespace

int runSchema(const QStringList& arguments) {
    if (arguments.value(0) == QLatin1String("--help")) {
        say(QLatin1String(usage));
        return 0;
    }
    const QDir folder(
        arguments.value(0, QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/central")));
    const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    if (names.isEmpty()) {
        complain(QStringLiteral("tongban schema: no .sql file in %1").arg(folder.path()));
        return 1;
    }
    say(QStringLiteral("erDiagram"));
    QStringList links;
    QString sql;
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            sql += QString::fromUtf8(file.readAll());
    }
    printTables(withAdditions(sql), links);
    for (const QString& link : links)
        say(link);
    return 0;
}

} // namespace tongban::cli
