// NgramEncoder: a bag of n-grams, each with a learned int8 vector; the sum, brought to length one,
// is the text's vector. Trained by NgramTrainer on the pack's own texts and aliases.
#pragma once

#include "knowledgebase/encoder.h"
#include "services/core/result.h"

#include <QByteArray>
#include <memory>

namespace tongban::knowledgebase {

class NgramEncoder final : public Encoder {
public:
    static constexpr int dimensionLimit = 512;

    // One row of `dimensions` bytes and one scale for each key; keys sorted and different.
    NgramEncoder(int dimensions, std::vector<TermKey> keys, std::vector<float> scales,
                 std::vector<std::int8_t> rows);
    static Result<std::unique_ptr<NgramEncoder>> fromBytes(QByteArrayView bytes);

    int dimensions() const override { return m_dimensions; }
    void encode(QStringView folded, std::span<const Term> terms,
                std::span<float> into) const override;
    QByteArray bytes() const override;
    size_t size() const { return m_keys.size(); }

private:
    int m_dimensions;
    std::vector<TermKey> m_keys;
    std::vector<float> m_scales;
    std::vector<std::int8_t> m_rows;
};

} // namespace tongban::knowledgebase
