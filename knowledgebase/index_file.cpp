// The index file: writing the sections, mapping them, checking the table.
#include "knowledgebase/index_file.h"

#include <QFile>

namespace tongban::knowledgebase {

namespace {

constexpr char magic[8] = {'T', 'B', 'K', 'B', '0', '0', '0', '1'};
constexpr qsizetype alignment = 64;
constexpr std::uint32_t sectionLimit = 64;

struct Row {
    std::uint32_t section;
    std::uint32_t reserved;
    std::uint64_t offset;
    std::uint64_t length;
};

qsizetype aligned(qsizetype offset) {
    return (offset + alignment - 1) / alignment * alignment;
}

} // namespace

void appendNumber(std::string& bytes, std::uint32_t number) {
    while (number >= 0x80) {
        bytes.push_back(static_cast<char>(number | 0x80));
        number >>= 7;
    }
    bytes.push_back(static_cast<char>(number));
}

QByteArray IndexWriter::file() const {
    const auto count = static_cast<std::uint32_t>(m_sections.size());
    std::vector<Row> rows;
    qsizetype offset = aligned(static_cast<qsizetype>(sizeof magic + 8 + count * sizeof(Row)));
    for (auto it = m_sections.begin(); it != m_sections.end(); ++it) {
        rows.push_back({static_cast<std::uint32_t>(it.key()), 0, static_cast<std::uint64_t>(offset),
                        static_cast<std::uint64_t>(it->size())});
        offset = aligned(offset + it->size());
    }
    QByteArray file(offset, '\0');
    char* to = file.data();
    std::memcpy(to, magic, sizeof magic);
    std::memcpy(to + sizeof magic, &count, sizeof count);
    std::memcpy(to + sizeof magic + 8, rows.data(), rows.size() * sizeof(Row));
    for (const Row& row : rows) {
        const QByteArray& bytes = m_sections[static_cast<Section>(row.section)];
        std::memcpy(to + row.offset, bytes.constData(), static_cast<size_t>(bytes.size()));
    }
    return file;
}

Result<IndexFile> IndexFile::map(const QString& path) {
    auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, path + QStringLiteral(": ") + file->errorString());
    const qint64 size = file->size();
    const uchar* bytes = size > 0 ? file->map(0, size) : nullptr;
    if (bytes == nullptr)
        return fail(FaultKind::Invalid, path + QStringLiteral(": cannot be mapped"));
    IndexFile index;
    index.m_owner = file;
    TRY(index.readTable(QByteArrayView(bytes, size)));
    return index;
}

Result<IndexFile> IndexFile::fromBytes(QByteArray bytes) {
    // A copy on an aligned address of its own: arrays are read in place.
    auto owned = std::shared_ptr<std::uint8_t>(
        static_cast<std::uint8_t*>(
            ::operator new(static_cast<size_t>(bytes.size()) + 1, std::align_val_t(64))),
        [](std::uint8_t* p) { ::operator delete(p, std::align_val_t(64)); });
    std::memcpy(owned.get(), bytes.constData(), static_cast<size_t>(bytes.size()));
    IndexFile index;
    index.m_owner = owned;
    TRY(index.readTable(QByteArrayView(owned.get(), bytes.size())));
    return index;
}

Result<IndexFile> IndexFile::within(Section section) const {
    IndexFile index;
    index.m_owner = m_owner;
    TRY(index.readTable(bytes(section)));
    return index;
}

Result<void> IndexFile::readTable(QByteArrayView all) {
    std::uint32_t count = 0;
    if (all.size() < 16 || std::memcmp(all.data(), magic, sizeof magic) != 0)
        return fail(FaultKind::Invalid, QStringLiteral("index: not a knowledge index"));
    std::memcpy(&count, all.data() + sizeof magic, sizeof count);
    const auto size = static_cast<std::uint64_t>(all.size());
    if (count > sectionLimit || 16 + count * sizeof(Row) > size)
        return fail(FaultKind::Invalid, QStringLiteral("index: section table out of range"));
    for (std::uint32_t i = 0; i < count; ++i) {
        Row row{};
        std::memcpy(&row, all.data() + 16 + i * sizeof(Row), sizeof row);
        if (row.offset > size || row.length > size - row.offset || row.offset % alignment != 0)
            return fail(FaultKind::Invalid,
                        QStringLiteral("index: section %1 out of range").arg(row.section));
        m_sections.insert(
            static_cast<Section>(row.section),
            all.sliced(static_cast<qsizetype>(row.offset), static_cast<qsizetype>(row.length)));
    }
    m_size = all.size();
    return {};
}

tl::unexpected<Fault> IndexFile::wrong(Section section) {
    return fail(FaultKind::Invalid, QStringLiteral("index: section %1 is missing or damaged")
                                        .arg(static_cast<std::uint32_t>(section)));
}

} // namespace tongban::knowledgebase
