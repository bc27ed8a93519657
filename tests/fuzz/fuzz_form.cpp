// Fuzzes form files and answers: the input is a form, a line feed, and answers.
#include "services/core/json_reader.h"
#include "services/workflow/form.h"

#include <cstdint>

using namespace tongban::workflow;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const qsizetype cut = bytes.indexOf('\n');
    const auto form = Form::read(bytes.left(cut));
    if (!form.has_value())
        return 0;
    const QJsonObject answers =
        tongban::parseJsonObject(bytes.mid(cut + 1)).value_or(QJsonObject());
    form->rows(answers, {}, {});
    const QJsonObject cleaned = form->cleaned(answers, {}, {});
    form->validate(cleaned, {}, {});
    form->prefill(answers, {});
    return 0;
}
