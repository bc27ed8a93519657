// The operations of resources/central-api.yaml: path, method, who gets past the door.
#pragma once

#include <QByteArrayList>
#include <QFile>
#include <QList>
#include <QStringList>

namespace tongban::test {

struct ApiOperation {
    QByteArray path;
    QByteArray method;
    QStringList who;
    QByteArray target; // the path with its parameters filled in
};

// Reads the few lines that are needed: two spaces and a path, four and a method, six and x-who.
inline QList<ApiOperation> readOperations() {
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/central-api.yaml"));
    QList<ApiOperation> operations;
    if (!file.open(QIODevice::ReadOnly))
        return operations;
    QByteArray path;
    static const QByteArrayList methods{"get", "head", "post", "put", "patch", "delete"};
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().chopped(1);
        const QByteArray word = line.trimmed().chopped(1);
        if (line.startsWith("  /") && line.endsWith(':'))
            path = word;
        else if (line.startsWith("    ") && !line.startsWith("     ") && methods.contains(word))
            operations.append({path, word.toUpper(), {}, {}});
        else if (line.startsWith("      x-who: [") && !operations.isEmpty())
            operations.last().who =
                QString::fromLatin1(line.mid(14).chopped(1)).split(QStringLiteral(", "));
    }
    for (ApiOperation& operation : operations) {
        operation.target = operation.path;
        operation.target.replace("{sha256}", QByteArray(64, 'a'))
            .replace("{sid}", "019a0000-0000-7000-8000-000000000001");
        operation.target.replace("{id}", "019a0000-0000-7000-8000-000000000000")
            .replace("{n}", "1")
            .replace("{token}", "AAAA");
    }
    return operations;
}

} // namespace tongban::test
