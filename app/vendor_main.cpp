// tongban-vendor: the helper process that loads closed vendor libraries; one JSON request a line
// in, one answer a line out, until its input ends.
#include "services/core/json_reader.h"
#include "services/devices/vendor_calls.h"

#include <QJsonDocument>
#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace {

constexpr qint64 longestRequest = 64 * 1024;

// A line without its end; nothing at the end of the input or for a line that is too long.
bool readLine(QByteArray& line) {
    line.clear();
    int c = 0;
    while ((c = std::fgetc(stdin)) != EOF && c != '\n' && line.size() <= longestRequest)
        line.append(static_cast<char>(c));
    return c == '\n' && line.size() <= longestRequest;
}

} // namespace

int main() {
    // Requests hold PINs and answers hold portraits: neither may lie in a dump of this process.
    prctl(PR_SET_DUMPABLE, 0);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    QByteArray line;
    while (readLine(line)) {
        const auto request = tongban::parseJsonObject(line, {.bytes = longestRequest});
        line.fill(0);
        const QJsonObject answer =
            request ? tongban::devices::performVendorCall(*request)
                    : QJsonObject{{QStringLiteral("error"), QStringLiteral("invalid")}};
        const QByteArray out = QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(out.constData(), 1, static_cast<size_t>(out.size()), stdout);
        std::fflush(stdout);
    }
    return 0;
}
