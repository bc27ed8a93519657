// Ranking parameters as JSON, checked against sensible ranges.
#include "knowledgebase/ranking.h"

#include "services/core/json_reader.h"

namespace tongban::knowledgebase {

namespace {

double ranged(JsonReader& reader, const QString& key, double otherwise, double low, double high) {
    const double value = reader.real(key, otherwise);
    if (!(value >= low && value <= high))
        reader.refuse(key, QStringLiteral("out of range"));
    return value;
}

} // namespace

QJsonObject toJson(const LexicalParameters& p) {
    return {{QStringLiteral("character"), p.channel[0]},
            {QStringLiteral("pair"), p.channel[1]},
            {QStringLiteral("word"), p.channel[2]},
            {QStringLiteral("k1"), p.k1},
            {QStringLiteral("b"), p.b},
            {QStringLiteral("title"), p.title},
            {QStringLiteral("sound"), p.sound},
            {QStringLiteral("passage"), p.passage}};
}

QJsonObject toJson(const FusionParameters& p) {
    return {{QStringLiteral("text"), p.text},
            {QStringLiteral("alias"), p.alias},
            {QStringLiteral("meaning"), p.meaning},
            {QStringLiteral("likeness"), p.likeness}};
}

Result<LexicalParameters> lexicalFromJson(const QJsonObject& object) {
    JsonReader reader(object);
    LexicalParameters p;
    p.channel[0] = ranged(reader, QStringLiteral("character"), p.channel[0], 0, 10);
    p.channel[1] = ranged(reader, QStringLiteral("pair"), p.channel[1], 0, 10);
    p.channel[2] = ranged(reader, QStringLiteral("word"), p.channel[2], 0, 10);
    p.k1 = ranged(reader, QStringLiteral("k1"), p.k1, 0.1, 5);
    p.b = ranged(reader, QStringLiteral("b"), p.b, 0, 1);
    p.title = ranged(reader, QStringLiteral("title"), p.title, 0, 10);
    p.sound = ranged(reader, QStringLiteral("sound"), p.sound, 0, 10);
    p.passage = static_cast<int>(ranged(reader, QStringLiteral("passage"), p.passage, 50, 1e6));
    TRY(reader.check());
    return p;
}

Result<FusionParameters> fusionFromJson(const QJsonObject& object) {
    JsonReader reader(object);
    FusionParameters p;
    p.text = ranged(reader, QStringLiteral("text"), p.text, 0, 100);
    p.alias = ranged(reader, QStringLiteral("alias"), p.alias, 0, 100);
    p.meaning = ranged(reader, QStringLiteral("meaning"), p.meaning, 0, 100);
    p.likeness = ranged(reader, QStringLiteral("likeness"), p.likeness, 0, 100);
    TRY(reader.check());
    return p;
}

} // namespace tongban::knowledgebase
