// Fuzzes DMN: any file is refused or read, and each of its decisions and services evaluates.
#include "services/decision/decision_model.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban;
    decision::Limits limits;
    limits.feel.steps = 5'000;
    limits.elements = 50;
    limits.checkWork = 5'000;
    const QByteArray xml(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto model = decision::read(xml, {}, limits);
    if (!model.has_value())
        return 0;
    const feel::Context inputs{{QStringLiteral("x"), feel::Value(5)},
                               {QStringLiteral("y"), feel::Value(true)}};
    for (const QString& name : model->decisions() + model->services())
        (void)decision::evaluate(*model, name, inputs, {}, limits).has_value();
    return 0;
}
