// tongban kb train: an encoder and ranking weights from documents and pairs.
#include "app/cli/kb.h"
#include "app/cli/kb_options.h"
#include "app/cli/kb_tsv.h"
#include "knowledgebase/training.h"

#include <QSaveFile>

namespace tongban::cli {

using namespace knowledgebase;

namespace {

Result<void> train(const KbOptions& options) {
    TRY_ASSIGN(const std::vector<Document> documents, readDocuments(options.plain.first()));
    std::vector<TrainingPair> pairs;
    if (options.has("--pairs")) {
        QHash<QString, std::uint32_t> numbers;
        for (size_t i = 0; i < documents.size(); ++i)
            numbers.insert(documents[i].id, static_cast<std::uint32_t>(i));
        TRY_ASSIGN(const QList<Pair> read, readPairs(options.value("--pairs"), documents));
        for (const Pair& pair : read)
            pairs.push_back({pair.text, numbers.value(pair.document)});
    }
    TrainingOptions training;
    training.dimensions = options.number("--dimensions", training.dimensions);
    training.ngrams =
        static_cast<size_t>(options.number("--ngrams", static_cast<int>(training.ngrams)));
    training.epochs = options.number("--epochs", training.epochs);
    training.labelled = options.number("--labelled", training.labelled);
    training.rate =
        static_cast<float>(options.number("--rate", static_cast<int>(training.rate * 1000))) / 1000;
    training.hard = !options.has("--easy");
    training.scale =
        static_cast<float>(options.number("--scale", static_cast<int>(training.scale)));
    const double start = cpuMilliseconds();
    TRY_ASSIGN(const Model model, trainModel(documents, pairs, training, say));
    const QByteArray bytes = model.bytes();
    QSaveFile file(options.value("-o"));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(FaultKind::Storage,
                    options.value("-o") + QStringLiteral(": cannot be written"));
    say(QStringLiteral("model %1 MB, %2 s CPU")
            .arg(static_cast<double>(bytes.size()) / 1e6, 0, 'f', 1)
            .arg((cpuMilliseconds() - start) / 1000, 0, 'f', 1));
    return {};
}

} // namespace

int kbTrain(const QStringList& arguments) {
    const KbOptions options =
        readKbOptions(arguments, {QStringLiteral("--pairs"), QStringLiteral("-o"),
                                  QStringLiteral("--dimensions"), QStringLiteral("--ngrams"),
                                  QStringLiteral("--epochs"), QStringLiteral("--labelled"),
                                  QStringLiteral("--rate"), QStringLiteral("--scale")});
    if (!options.wrong.isEmpty() || options.plain.size() != 1 || !options.has("-o")) {
        complain(QStringLiteral("tongban kb train: wrong use; tongban kb train --help"));
        return 2;
    }
    const auto trained = train(options);
    return trained ? 0 : refuse(trained.error());
}

} // namespace tongban::cli
