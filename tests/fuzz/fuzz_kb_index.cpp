// Fuzzes the index reader: bytes laid over a good index end in a refusal or in a safe search.
#include "knowledgebase/index_builder.h"
#include "knowledgebase/search_index.h"

using namespace tongban::knowledgebase;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const QByteArray good = buildIndex({{QStringLiteral("a"),
                                                QStringLiteral("居住证签注"),
                                                QStringLiteral("每年一次"),
                                                {QStringLiteral("续居住证")},
                                                true,
                                                true},
                                               {QStringLiteral("b"),
                                                QStringLiteral("身份证补领"),
                                                QStringLiteral("丢了补领"),
                                                {},
                                                false,
                                                true}})
                                       .value_or(QByteArray());
    QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (size > 0 && (data[0] & 1) != 0) {
        // Triples of place (two bytes) and value change the good file here and there.
        QByteArray changed = good;
        for (size_t i = 1; i + 2 < size; i += 3)
            changed[(data[i] << 8 | data[i + 1]) % changed.size()] = static_cast<char>(data[i + 2]);
        bytes = changed;
    }
    const auto index = SearchIndex::fromBytes(bytes);
    if (!index)
        return 0;
    (void)(*index)->search(QStringLiteral("续居住证 juzhuzheng"));
    (void)(*index)->suggest(QStringLiteral("jzz"), 5);
    return 0;
}
