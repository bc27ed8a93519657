// The signs, drawn anew from the notation's description (BPMN 2.0.2 §7 and Annex B).
#include "services/workflow/sign.h"

#include <QHash>
#include <QStringList>

namespace tongban::workflow {

namespace {

QList<SignStep> parse(const char* text) {
    QList<SignStep> steps;
    const QStringList words = QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    size_t filled = 0;
    for (const QString& word : words) {
        bool isNumber = false;
        const double value = word.toDouble(&isNumber);
        if (!isNumber) {
            SignStep step;
            step.op = word.at(0).toLatin1();
            step.points = step.op == 'C' ? 3 : step.op == 'Z' ? 0 : 1;
            steps.append(step);
            filled = 0;
        } else if (filled < steps.last().at.size()) {
            steps.last().at[filled++] = value;
        }
    }
    return steps;
}

const QHash<QString, QList<SignStep>>& table() {
    static const QHash<QString, QList<SignStep>> signs = [] {
        const char* const envelope =
            "M -.9 -.6 L .9 -.6 L .9 .6 L -.9 .6 Z M -.9 -.6 L 0 .1 L .9 -.6";
        const char* const sheet = "M -.7 -.8 L .7 -.8 L .7 .8 L -.7 .8 Z M -.4 -.4 L .4 -.4 M -.4 "
                                  "0 L .4 0 M -.4 .4 L .4 .4";
        const char* const rewind = "M -.9 0 L 0 -.6 L 0 .6 Z M 0 0 L .9 -.6 L .9 .6 Z";
        const char* const person = "M -.8 .9 C -.8 -.2 .8 -.2 .8 .9 Z O 0 -.5 .4";
        const char* const plus = "M -.9 0 L .9 0 M 0 -.9 L 0 .9";
        const char* const cross = "M -.6 -.8 L .6 .8 M .6 -.8 L -.6 .8";
        const std::pair<const char*, const char*> entries[] = {
            {"message", envelope},
            {"sendTask", envelope},
            {"sent", "M -.9 -.6 L .9 -.6 L 0 .05 Z M -.9 -.35 L 0 .3 L .9 -.35 L .9 .6 L -.9 .6 Z"},
            {"receiveTask", envelope},
            {"timer", "O 0 0 .9 M .15 -.6 L 0 0 L .5 .1 M 0 -.9 L 0 -.7 M 0 .9 L 0 .7 M -.9 0 L "
                      "-.7 0 M .9 0 L .7 0"},
            {"error", "M -.8 .8 L -.3 -.8 L .2 .3 L .8 -.8 L .3 .8 L -.2 -.2 Z"},
            {"escalation", "M -.7 .8 L 0 -.9 L .7 .8 L 0 .1 Z"},
            {"signal", "M 0 -.9 L .9 .7 L -.9 .7 Z"},
            {"compensation", rewind},
            {"conditional", sheet},
            {"scriptTask", sheet},
            {"businessRuleTask", "M -.8 -.7 L .8 -.7 L .8 .7 L -.8 .7 Z M -.8 -.3 L .8 -.3 M -.8 "
                                 ".2 L .8 .2 M -.3 -.3 L -.3 .7"},
            {"link", "M -.8 -.3 L .1 -.3 L .1 -.8 L .9 0 L .1 .8 L .1 .3 L -.8 .3 Z"},
            {"cancel", cross},
            {"exclusiveGateway", cross},
            {"parallelGateway", plus},
            {"parallelMultiple", plus},
            {"complexGateway", "M -.9 0 L .9 0 M 0 -.9 L 0 .9 M -.6 -.6 L .6 .6 M .6 -.6 L -.6 .6"},
            {"inclusiveGateway", "O 0 0 1"},
            {"eventBasedGateway", "O 0 0 1.2 M 0 -.7 L .7 -.15 L .43 .62 L -.43 .62 L -.7 -.15 Z"},
            {"multiple", "M 0 -.9 L .9 -.2 L .55 .8 L -.55 .8 L -.9 -.2 Z"},
            {"terminate", "O 0 0 1"},
            {"userTask", person},
            {"manualTask", "M -.9 -.2 L -.2 -.7 L .9 -.7 L .9 -.3 L .2 -.3 L .9 -.1 L .9 .3 L .6 "
                           ".7 L -.5 .7 L -.9 .4 Z"},
            {"serviceTask",
             "M .66 -.17 L .97 -.17 L .97 .17 L .66 .17 L .59 .34 L .80 .57 L .57 .80 L .34 .59 L "
             ".17 .66 L .17 .97 L -.17 .97 L -.17 .66 L -.34 .59 L -.57 .80 L -.80 .57 L -.59 .34 "
             "L "
             "-.66 .17 L -.97 .17 L -.97 -.17 L -.66 -.17 L -.59 -.34 L -.80 -.57 L -.57 -.80 L "
             "-.34 "
             "-.59 L -.17 -.66 L -.17 -.97 L .17 -.97 L .17 -.66 L .34 -.59 L .57 -.80 L .80 -.57 "
             "L "
             ".59 -.34 Z O 0 0 .3"},
            {"loop", "M .3 .8 C 1.2 .4 .9 -.8 0 -.8 C -.9 -.8 -1.2 .4 -.3 .8 L -.8 .8"},
            {"parallel", "M -.5 -.8 L -.5 .8 M 0 -.8 L 0 .8 M .5 -.8 L .5 .8"},
            {"sequential", "M -.8 -.5 L .8 -.5 M -.8 0 L .8 0 M -.8 .5 L .8 .5"},
            {"adHoc", "M -.9 .2 C -.4 -.7 .1 .9 .9 -.2"},
        };
        QHash<QString, QList<SignStep>> hash;
        for (const auto& [name, strokes] : entries)
            hash.insert(QString::fromLatin1(name), parse(strokes));
        return hash;
    }();
    return signs;
}

} // namespace

const QList<SignStep>& signSteps(const QString& what) {
    static const QList<SignStep> none;
    const auto found = table().constFind(what);
    return found != table().cend() ? *found : none;
}

} // namespace tongban::workflow
