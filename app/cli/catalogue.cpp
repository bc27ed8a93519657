// tongban catalogue import|find|eval|export|verify|map: real catalogues, search, and the national
// tables.
#include "app/cli/catalogue_search.h"
#include "app/cli/resources.h"
#include "app/cli/verbs.h"
#include "services/catalog/catalog.h"
#include "services/catalog/catalogue_import.h"
#include "services/catalog/code_mapping.h"
#include "services/catalog/national_table.h"
#include "services/core/json_reader.h"

#include <QElapsedTimer>
#include <QFile>

namespace tongban::cli {

namespace {

using namespace tongban::catalog;

constexpr char16_t help[] = uR"(tongban catalogue WORD …

  import FILE [--list] [--defects]   reads a district catalogue (a JSON list of dept, main, name, itemCode, taskType)
                                     as guides that can be read and searched
  find [--in FILE] TEXT…             the best hits among the installed packages, or in a catalogue
  eval FILE --queries Q.tsv [--misses]
                                     how often the first hit is right (lines of “words, tab, codes”), and the CPU
                                     time of a search; --misses lists the queries that went wrong
  export DIR                         a package in the national table shape (GB/T 39554)
  verify FILE                        reads national tables back; every field that breaks the model is named
  map TABLE CODE FROM TO             a code in another dialect: national, guangdong, zhejiang, sichuan
                                     (tables: task_type, project_type, satisfaction, applicant_type)

Exit: 0 fine, 1 nothing found or faults, 2 wrong usage.)";

Result<QByteArray> contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tongban::fail(FaultKind::NotFound, path + QStringLiteral(": cannot be opened"));
    return file.readAll();
}

int failed(const Fault& fault) {
    complain(fault.detail);
    return 1;
}

int importFile(QStringList words) {
    const bool list = words.removeAll(QStringLiteral("--list")) > 0;
    const bool defects = words.removeAll(QStringLiteral("--defects")) > 0;
    QElapsedTimer clock;
    clock.start();
    const auto content = contentOf(words.value(0));
    if (!content)
        return failed(content.error());
    const auto import = importCatalogue(*content);
    if (!import)
        return failed(import.error());
    QStringList departments;
    for (const ServiceItem& item : import->items) {
        if (!departments.contains(item.department()))
            departments << item.department();
        if (list)
            say(QStringLiteral("%1  %2  %3")
                    .arg(item.element("local_task_code"), item.department(), item.name));
    }
    for (const ImportDefect& defect : defects ? import->defects : QList<ImportDefect>())
        say(QStringLiteral("row %1 %2: %3").arg(defect.row).arg(defect.code, defect.message));
    say(QStringLiteral("%1 items of %2 departments, %3 doubts, %4 ms")
            .arg(import->items.size())
            .arg(departments.size())
            .arg(import->defects.size())
            .arg(clock.elapsed()));
    return import->items.isEmpty() ? 1 : 0;
}

int findInCatalogue(const QString& path, const QString& text) {
    const auto content = contentOf(path);
    const auto import =
        content ? importCatalogue(*content) : Result<Import>(tongban::fail(content.error()));
    if (!import)
        return failed(import.error());
    const auto search = GuideSearch::over(*import);
    if (!search)
        return failed(search.error());
    const auto cards = search->find(text, 5);
    for (const knowledgebase::Card& card : cards)
        say(QStringLiteral("%1  %2  %3  %4")
                .arg(card.score, 0, 'f', 2)
                .arg(card.entry->title, card.entry->department, card.entry->id.toUpper()));
    return cards.empty() ? 1 : 0;
}

int findText(const QStringList& words) {
    if (words.value(0) == QLatin1String("--in"))
        return findInCatalogue(words.value(1), words.mid(2).join(QString()));
    const Catalog catalog =
        Catalog::open(resourcePath(QStringLiteral("items")), QDate::currentDate());
    const QList<CatalogHit> hits = catalog.find(words.join(QString()));
    for (const CatalogHit& hit : hits)
        say(QStringLiteral("%1  %2  %3  (%4)")
                .arg(hit.score, 0, 'f', 2)
                .arg(hit.entry.name, hit.entry.department, hit.how));
    return hits.isEmpty() ? 1 : 0;
}

int exportPackage(const QString& folder) {
    const auto package = loadPackage(folder);
    if (!package)
        return failed(package.error());
    const auto tables = exportItem(*package);
    if (!tables)
        return failed(tables.error());
    say(QString::fromUtf8(canonicalJson(*tables)));
    return 0;
}

int verifyTables(const QString& path) {
    const auto content = contentOf(path);
    const auto item =
        content ? importItem(*content) : Result<ImportedItem>(tongban::fail(content.error()));
    if (!item)
        return failed(item.error());
    for (const FieldFault& fault : item->faults)
        say(fault.field + QStringLiteral(": ") + fault.message);
    const bool same = exportAgain(*item) == content->trimmed();
    say(QStringLiteral("%1 faults, exported again %2")
            .arg(item->faults.size())
            .arg(same ? QStringLiteral("byte-equal") : QStringLiteral("differs")));
    return item->faults.isEmpty() && same ? 0 : 1;
}

int mapOne(const QStringList& words) {
    const auto from = dialectNamed(words.value(2));
    const auto to = dialectNamed(words.value(3));
    if (!from || !to || !mappedTables().contains(words.value(0))) {
        complain(QString::fromUtf16(help));
        return 2;
    }
    const auto code = mapCode(words.value(0), words.value(1), *from, *to);
    say(code.value_or(QStringLiteral("no counterpart")));
    return code ? 0 : 1;
}

} // namespace

int runCatalogue(const QStringList& arguments) {
    const QString word = arguments.value(0);
    if (arguments.contains(QStringLiteral("--help"))) {
        say(QString::fromUtf16(help));
        return 0;
    }
    if (word == QLatin1String("import") && arguments.size() > 1)
        return importFile(arguments.mid(1));
    if (word == QLatin1String("find") && arguments.size() > 1)
        return findText(arguments.mid(1));
    if (word == QLatin1String("eval"))
        return catalogueEval(arguments.mid(1));
    if (word == QLatin1String("export") && arguments.size() == 2)
        return exportPackage(arguments.at(1));
    if (word == QLatin1String("verify") && arguments.size() == 2)
        return verifyTables(arguments.at(1));
    if (word == QLatin1String("map") && arguments.size() == 5)
        return mapOne(arguments.mid(1));
    complain(QString::fromUtf16(help));
    return 2;
}

} // namespace tongban::cli
