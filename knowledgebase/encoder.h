// Encoder: text → a vector of unit length whose dot product with another says how alike they mean.
// The learned n-gram table is one; a neural encoder would be another.
#pragma once

#include "knowledgebase/analyzer.h"

#include <QByteArray>
#include <span>

namespace tongban::knowledgebase {

class Encoder {
public:
    virtual ~Encoder() = default;
    virtual int dimensions() const = 0;
    // `terms` are the analyzer's terms of the same folded text. Leaves zeros when the text says
    // nothing to this encoder. `into` has `dimensions()` places.
    virtual void encode(QStringView folded, std::span<const Term> terms,
                        std::span<float> into) const = 0;
    // What a reader needs to make the same vectors again; kept in the index.
    virtual QByteArray bytes() const = 0;
};

} // namespace tongban::knowledgebase
