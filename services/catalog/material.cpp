// Reading materials.json.
#include "services/catalog/material.h"

#include "services/core/json_reader.h"

#include <array>

namespace tongban::catalog {

namespace {

constexpr std::array<const char*, 5> wayNames{"licence", "query", "promise", "upload", "paper"};

Material readMaterial(JsonReader& reader) {
    Material m;
    m.id = reader.requiredText(QStringLiteral("id"));
    m.name = reader.requiredText(QStringLiteral("name"));
    m.hint = reader.text(QStringLiteral("hint"));
    m.supplier = reader.text(QStringLiteral("supplier"));
    m.type = reader.text(QStringLiteral("type"));
    m.standard = reader.text(QStringLiteral("standard"));
    m.clause = reader.text(QStringLiteral("clause"));
    m.sample = reader.text(QStringLiteral("sample"));
    m.originals = reader.number(QStringLiteral("originals"), 1);
    m.copies = reader.number(QStringLiteral("copies"));
    m.pages = reader.number(QStringLiteral("pages"), 1);
    m.graceDays = reader.number(QStringLiteral("graceDays"));
    reader.each(QStringLiteral("ways"), [&m](JsonReader& way) {
        const auto kind = wayNamed(way.requiredText(QStringLiteral("way")));
        if (!kind)
            way.refuse(QStringLiteral("way"),
                       QStringLiteral("expected licence, query, promise, upload or paper"));
        else
            m.ways.append({*kind, way.text(QStringLiteral("source")),
                           way.text(QStringLiteral("reason")), way.text(QStringLiteral("clause")),
                           way.text(QStringLiteral("text"))});
    });
    return m;
}

} // namespace

QString nameOf(Way way) {
    return QLatin1String(wayNames.at(static_cast<size_t>(way)));
}

std::optional<Way> wayNamed(const QString& word) {
    for (size_t i = 0; i < wayNames.size(); ++i) {
        if (word == QLatin1String(wayNames.at(i)))
            return static_cast<Way>(i);
    }
    return std::nullopt;
}

const EvidenceWay* Material::wayOf(Way way) const {
    for (const EvidenceWay& candidate : ways) {
        if (candidate.way == way)
            return &candidate;
    }
    return nullptr;
}

Result<MaterialList> MaterialList::read(const QJsonObject& file) {
    MaterialList list;
    JsonReader reader(file);
    reader.each(QStringLiteral("materials"),
                [&list](JsonReader& material) { list.m_materials.append(readMaterial(material)); });
    TRY(reader.check());
    return list;
}

const Material* MaterialList::find(const QString& id) const {
    for (const Material& material : m_materials) {
        if (material.id == id)
            return &material;
    }
    return nullptr;
}

} // namespace tongban::catalog
