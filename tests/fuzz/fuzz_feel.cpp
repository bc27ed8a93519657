// Fuzzes FEEL: any source ends in a fault or a value, any value becomes text and JSON.
#include "services/feel/expression.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::feel;
    if (size == 0)
        return 0;
    static const Context variables{
        {QStringLiteral("a"), Value(3)},
        {QStringLiteral("first name"), Value(QStringLiteral("张三"))},
        {QStringLiteral("list"), Value::list({Value(1), Value(), Value(true)})},
        {QStringLiteral("c"), Value(Context{{QStringLiteral("x-y"), Value(1)}})}};
    static const Names names = namesOf(variables);
    const QString source = QString::fromUtf8(reinterpret_cast<const char*>(data) + 1,
                                             static_cast<qsizetype>(size - 1));
    const Limits limits{.steps = 20'000};
    if (data[0] % 2 == 0) {
        if (const auto expression = compile(source, names, limits); expression.has_value()) {
            const Evaluation evaluation = evaluate(*expression, variables, {}, limits);
            (void)evaluation.value.text();
            (void)toJson(evaluation.value);
        }
    } else if (const auto tests = compileUnaryTests(source, names, limits); tests.has_value()) {
        (void)evaluateTest(*tests, Value(5), variables, {}, limits);
    }
    return 0;
}
