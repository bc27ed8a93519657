// NgramEncoder: reading, writing, summing. Each n-gram counts once, however often it stands.
#include "knowledgebase/ngram_encoder.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace tongban::knowledgebase {

namespace {

constexpr char magic[8] = {'T', 'B', 'N', 'G', '0', '0', '0', '1'};

struct Head {
    char magic[8];
    std::uint32_t dimensions;
    std::uint32_t count;
};

} // namespace

NgramEncoder::NgramEncoder(int dimensions, std::vector<TermKey> keys, std::vector<float> scales,
                           std::vector<std::int8_t> rows)
    : m_dimensions(dimensions)
    , m_keys(std::move(keys))
    , m_scales(std::move(scales))
    , m_rows(std::move(rows)) {}

Result<std::unique_ptr<NgramEncoder>> NgramEncoder::fromBytes(QByteArrayView bytes) {
    Head head{};
    if (bytes.size() < static_cast<qsizetype>(sizeof head))
        return fail(FaultKind::Invalid, QStringLiteral("encoder: too short"));
    std::memcpy(&head, bytes.data(), sizeof head);
    if (std::memcmp(head.magic, magic, sizeof magic) != 0)
        return fail(FaultKind::Invalid, QStringLiteral("encoder: not an n-gram table"));
    const std::uint64_t count = head.count;
    if (head.dimensions < 1 || head.dimensions > dimensionLimit || count > 10'000'000 ||
        static_cast<std::uint64_t>(bytes.size()) !=
            sizeof head + count * (sizeof(TermKey) + sizeof(float) + head.dimensions))
        return fail(FaultKind::Invalid, QStringLiteral("encoder: size out of range"));
    const char* at = bytes.data() + sizeof head;
    const auto take = [&at](auto& into, size_t number) {
        into.resize(number);
        if (number > 0)
            std::memcpy(into.data(), at, number * sizeof(into[0]));
        at += number * sizeof(into[0]);
    };
    std::vector<TermKey> keys;
    std::vector<float> scales;
    std::vector<std::int8_t> rows;
    take(keys, count);
    take(scales, count);
    take(rows, count * head.dimensions);
    const bool finite =
        std::all_of(scales.begin(), scales.end(), [](float s) { return std::abs(s) < 1e6F; });
    if (!std::is_sorted(keys.begin(), keys.end()) || !finite)
        return fail(FaultKind::Invalid, QStringLiteral("encoder: damaged table"));
    return std::make_unique<NgramEncoder>(static_cast<int>(head.dimensions), std::move(keys),
                                          std::move(scales), std::move(rows));
}

QByteArray NgramEncoder::bytes() const {
    Head head{};
    std::memcpy(head.magic, magic, sizeof magic);
    head.dimensions = static_cast<std::uint32_t>(m_dimensions);
    head.count = static_cast<std::uint32_t>(m_keys.size());
    QByteArray bytes(reinterpret_cast<const char*>(&head), sizeof head);
    const auto put = [&bytes](const auto& from) {
        bytes.append(reinterpret_cast<const char*>(from.data()),
                     static_cast<qsizetype>(from.size()) * static_cast<qsizetype>(sizeof from[0]));
    };
    put(m_keys);
    put(m_scales);
    put(m_rows);
    return bytes;
}

void NgramEncoder::encode(QStringView, std::span<const Term> terms, std::span<float> into) const {
    thread_local std::vector<TermKey> seen;
    seen.clear();
    for (const Term& term : terms)
        seen.push_back(term.key);
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    std::fill(into.begin(), into.end(), 0.0F);
    const auto width = static_cast<size_t>(m_dimensions);
    auto from = m_keys.begin();
    for (const TermKey key : seen) {
        from = std::lower_bound(from, m_keys.end(), key);
        if (from == m_keys.end())
            break;
        if (*from != key)
            continue;
        const auto number = static_cast<size_t>(from - m_keys.begin());
        const float scale = m_scales[number];
        const std::int8_t* row = m_rows.data() + number * width;
        for (size_t i = 0; i < width; ++i)
            into[i] += scale * static_cast<float>(row[i]);
    }
    float square = 0;
    for (const float value : into)
        square += value * value;
    if (square > 0) {
        const float by = 1 / std::sqrt(square);
        for (float& value : into)
            value *= by;
    }
}

} // namespace tongban::knowledgebase
