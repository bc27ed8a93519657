// tongban kb check | build | publish | ask: content folders and packs.
#include "app/cli/kb.h"
#include "app/cli/kb_options.h"
#include "knowledgebase/pack.h"
#include "knowledgebase/regression.h"
#include "knowledgebase/training.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace tongban::cli {

using namespace knowledgebase;

namespace {

const QString defaultContent = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/articles");

int wrongUse(const char* act) {
    complain(
        QStringLiteral("tongban kb %1: wrong use; tongban kb %1 --help").arg(QLatin1String(act)));
    return 2;
}

QDate dayOf(const KbOptions& options) {
    const QDate given = QDate::fromString(options.value("--day"), Qt::ISODate);
    return given.isValid() ? given : QDate::currentDate();
}

QString itemsOf(const KbOptions& options, const QString& folder) {
    return options.has("--items") ? options.value("--items")
                                  : QDir(folder).filePath(QStringLiteral("../items"));
}

// Reads and checks; says each defect. Fails when one blocks.
Result<Content> checkedContent(const QString& folder, const KbOptions& options) {
    TRY_ASSIGN(ReadContent read, readContent(folder, itemsOf(options, folder)));
    QList<Defect> defects = read.defects;
    defects += defectsOf(read.content, dayOf(options));
    int blocking = 0;
    for (const Defect& defect : defects) {
        blocking += defect.blocks ? 1 : 0;
        complain(QStringLiteral("%1%2: %3")
                     .arg(defect.blocks ? QString() : QStringLiteral("warning: "), defect.place,
                          defect.what));
    }
    if (blocking > 0)
        return fail(FaultKind::Invalid, QStringLiteral("%1 defects").arg(blocking));
    return std::move(read.content);
}

void sayReport(const RegressionReport& report) {
    say(QStringLiteral("answerable %1: first %2, top 3 %3, top 5 %4 (rare %5, typo %6, pinyin %7), "
                       "not refused %8")
            .arg(report.answerable)
            .arg(report.first, 0, 'f', 3)
            .arg(report.topThree, 0, 'f', 3)
            .arg(report.topFive, 0, 'f', 3)
            .arg(report.rare, 0, 'f', 3)
            .arg(report.typo, 0, 'f', 3)
            .arg(report.pinyin, 0, 'f', 3)
            .arg(report.answered, 0, 'f', 3));
    say(QStringLiteral("unanswerable %1: refused %2")
            .arg(report.unanswerable)
            .arg(report.refused, 0, 'f', 3));
}

Result<Model> modelOf(const KbOptions& options, const QList<Entry>& entries) {
    if (options.has("--model"))
        return Model::read(options.value("--model"));
    if (options.has("--train"))
        return trainModel(entries, TrainingOptions());
    return Model();
}

Result<void> publish(const KbOptions& options, bool gate) {
    const QString folder = options.plain.value(0, defaultContent);
    TRY_ASSIGN(const Content content, checkedContent(folder, options));
    TRY_ASSIGN(const QList<Entry> entries, boundEntries(content));
    TRY_ASSIGN(const Model model, modelOf(options, entries));
    const Model* used = model.encoder == nullptr ? nullptr : &model;
    TRY_ASSIGN(
        const crypto::PrivateKey key,
        crypto::PrivateKey::loadOrGenerate(options.value("--key"), crypto::Algorithm::Ed25519));
    PackManifest manifest;
    manifest.version = options.number("--version", 1);
    manifest.day = dayOf(options);
    QJsonObject before;
    if (options.has("--previous")) {
        QFile file(options.value("--previous"));
        if (!file.open(QIODevice::ReadOnly))
            return fail(FaultKind::NotFound, file.fileName() + QStringLiteral(": no pack"));
        TRY_ASSIGN(const Pack previous, openPack(file.readAll(), {key.publicKey()}));
        manifest.previous = previous.manifest.digest;
        manifest.version = options.number("--version", previous.manifest.version + 1);
        before = previous.manifest.evaluation;
    }
    TRY_ASSIGN(const auto base, KnowledgeBase::fromEntries(entries, used, content.everyday));
    const RegressionReport report = measure(*base, content.questions, manifest.day);
    sayReport(report);
    manifest.evaluation = toJson(report);
    const QStringList fallen = falls(report, before);
    for (const QString& line : fallen)
        complain(line);
    if (gate && !fallen.isEmpty())
        return fail(FaultKind::Conflict, QStringLiteral("the gate is shut"));
    TRY_ASSIGN(const QByteArray pack, makePack(entries, used, content.everyday, manifest, key));
    TRY(openPack(pack, {key.publicKey()})); // what nobody can open is not written
    QSaveFile file(options.value("-o"));
    if (!file.open(QIODevice::WriteOnly) || file.write(pack) != pack.size() || !file.commit())
        return fail(FaultKind::Storage,
                    options.value("-o") + QStringLiteral(": cannot be written"));
    if (options.has("--public")) {
        const QByteArray pem = key.publicKey().toPem();
        QSaveFile known(options.value("--public"));
        if (!known.open(QIODevice::WriteOnly) || known.write(pem) != pem.size() || !known.commit())
            return fail(FaultKind::Storage,
                        options.value("--public") + QStringLiteral(": cannot be written"));
    }
    say(QStringLiteral("pack version %1: %2 entries, %3 bytes")
            .arg(manifest.version)
            .arg(entries.size())
            .arg(pack.size()));
    return {};
}

void sayCard(const Card& card, int number) {
    say(QStringLiteral("%1. %2  [%3, %4]")
            .arg(number)
            .arg(card.entry->title, card.entry->id, nameOf(card.entry->type)));
    if (card.noLongerInForce)
        say(QStringLiteral("   已失效") +
            (card.successor == nullptr ? QString()
                                       : QStringLiteral("，现行：") + card.successor->title));
    say(QStringLiteral("   ") + card.passage.simplified());
    say(QStringLiteral("   出处：") + card.source);
}

} // namespace

int kbCheck(const QStringList& arguments) {
    const KbOptions options =
        readKbOptions(arguments, {QStringLiteral("--items"), QStringLiteral("--day")});
    if (!options.wrong.isEmpty() || options.plain.size() > 1)
        return wrongUse("check");
    const auto content = checkedContent(options.plain.value(0, defaultContent), options);
    if (!content)
        return refuse(content.error());
    say(QStringLiteral("%1 entries, %2 items, %3 questions: no blocking defect")
            .arg(content->entries.size())
            .arg(content->items.size())
            .arg(content->questions.size()));
    return 0;
}

int kbBuild(const QStringList& arguments) {
    const KbOptions options = readKbOptions(arguments,
                                            {QStringLiteral("--items"), QStringLiteral("--day"),
                                             QStringLiteral("--model"), QStringLiteral("--key"),
                                             QStringLiteral("--public"),
                                             QStringLiteral("--version"), QStringLiteral("-o")},
                                            {QStringLiteral("--train")});
    if (!options.wrong.isEmpty() || options.plain.size() > 1 || !options.has("-o") ||
        !options.has("--key"))
        return wrongUse("build");
    const auto built = publish(options, false);
    return built ? 0 : refuse(built.error());
}

int kbPublish(const QStringList& arguments) {
    const KbOptions options = readKbOptions(
        arguments,
        {QStringLiteral("--items"), QStringLiteral("--day"), QStringLiteral("--model"),
         QStringLiteral("--key"), QStringLiteral("--public"), QStringLiteral("--version"),
         QStringLiteral("--previous"), QStringLiteral("-o")},
        {QStringLiteral("--train")});
    if (!options.wrong.isEmpty() || options.plain.size() > 1 || !options.has("-o") ||
        !options.has("--key") || !options.has("--previous"))
        return wrongUse("publish");
    const auto built = publish(options, true);
    return built ? 0 : refuse(built.error());
}

int kbAsk(const QStringList& arguments) {
    const KbOptions options =
        readKbOptions(arguments,
                      {QStringLiteral("--items"), QStringLiteral("--day"),
                       QStringLiteral("--content"), QStringLiteral("--model")},
                      {QStringLiteral("--past"), QStringLiteral("--regression"),
                       QStringLiteral("--evidence"), QStringLiteral("--train")});
    const bool regression = options.has("--regression");
    if (!options.wrong.isEmpty() || options.plain.size() != (regression ? 0 : 1))
        return wrongUse("ask");
    const QString folder = options.has("--content") ? options.value("--content") : defaultContent;
    const auto content = checkedContent(folder, options);
    if (!content)
        return refuse(content.error());
    const auto entries = boundEntries(*content);
    if (!entries)
        return refuse(entries.error());
    const auto model = modelOf(options, *entries);
    if (!model)
        return refuse(model.error());
    const auto base = KnowledgeBase::fromEntries(
        *entries, model->encoder == nullptr ? nullptr : &*model, content->everyday);
    if (!base)
        return refuse(base.error());
    if (regression) {
        const RegressionReport report = measure(**base, content->questions, dayOf(options));
        sayReport(report);
        for (const auto& row : report.rows)
            if (options.has("--evidence"))
                say(QStringLiteral("E\t%1\t%2\t%3\t%4\t%5\t%6\t%7")
                        .arg(row.right ? 1 : 0)
                        .arg(row.evidence.covered)
                        .arg(row.evidence.sure)
                        .arg(row.evidence.margin)
                        .arg(row.evidence.named)
                        .arg(row.evidence.subject)
                        .arg(row.evidence.meaning));
        for (const QString& line : report.missed)
            say(QStringLiteral("  ") + line);
        return 0;
    }
    const Answer answer =
        (*base)->answer(options.plain.first(), {dayOf(options), {}, 5, options.has("--past")});
    if (!answer.heard.isEmpty())
        say(QStringLiteral("理解为：") + answer.heard);
    if (answer.kind == AnswerKind::Unknown) {
        say(QStringLiteral("不知道（把握 %1）。请到窗口，或取号找工作人员。")
                .arg(answer.confidence, 0, 'f', 2));
        return 1;
    }
    const size_t shown = answer.kind == AnswerKind::Answer
                             ? answer.cards.size()
                             : std::min<size_t>(3, answer.cards.size());
    say(QStringLiteral("%1（把握 %2）")
            .arg(answer.kind == AnswerKind::Answer ? QStringLiteral("回答")
                                                   : QStringLiteral("您要问的是不是"))
            .arg(answer.confidence, 0, 'f', 2));
    for (size_t i = 0; i < shown; ++i)
        sayCard(answer.cards[i], static_cast<int>(i) + 1);
    return 0;
}

} // namespace tongban::cli
