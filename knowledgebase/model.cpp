// Model files: an index file with two sections.
#include "knowledgebase/model.h"

#include "knowledgebase/index_file.h"
#include "services/core/json_reader.h"

#include <QFile>

namespace tongban::knowledgebase {

Result<Model> Model::read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, path + QStringLiteral(": ") + file.errorString());
    if (file.size() > 1024LL * 1024 * 1024)
        return fail(FaultKind::Invalid, path + QStringLiteral(": larger than 1 GiB"));
    return fromBytes(file.readAll());
}

Result<Model> Model::fromBytes(const QByteArray& bytes) {
    TRY_ASSIGN(const IndexFile file, IndexFile::fromBytes(bytes));
    TRY_ASSIGN(const QJsonObject settings,
               parseJsonObject(file.bytes(Section::Settings).toByteArray()));
    JsonReader reader(settings);
    if (reader.requiredNumber(QStringLiteral("analyzer")) != analyzerVersion)
        reader.refuse(QStringLiteral("analyzer"), QStringLiteral("made by another analyzer"));
    const QJsonObject lexical = reader.object(QStringLiteral("lexical"));
    const QJsonObject bare = reader.object(QStringLiteral("bare"));
    const QJsonObject aliased = reader.object(QStringLiteral("aliased"));
    TRY(reader.check());
    Model model;
    TRY_ASSIGN(model.lexical, lexicalFromJson(lexical));
    TRY_ASSIGN(model.bare, fusionFromJson(bare));
    TRY_ASSIGN(model.aliased, fusionFromJson(aliased));
    TRY_ASSIGN(model.encoder, NgramEncoder::fromBytes(file.bytes(Section::Encoder)));
    return model;
}

QByteArray Model::bytes() const {
    IndexWriter writer;
    writer.add(Section::Settings, canonicalJson({{QStringLiteral("analyzer"), analyzerVersion},
                                                 {QStringLiteral("lexical"), toJson(lexical)},
                                                 {QStringLiteral("bare"), toJson(bare)},
                                                 {QStringLiteral("aliased"), toJson(aliased)}}));
    writer.add(Section::Encoder, encoder->bytes());
    return writer.file();
}

LexicalParameters suitedTo(const std::vector<Document>& documents) {
    size_t articles = 0;
    for (const Document& document : documents)
        articles += !document.title.isEmpty() && !document.text.isEmpty() ? 1 : 0;
    LexicalParameters parameters;
    parameters.b = articles * 2 > documents.size() ? 0.4 : 0.75;
    return parameters;
}

} // namespace tongban::knowledgebase
