// Expressions of executable processes are formal and not empty (BPMN 2.0.2 §8.4.6).
#include "services/workflow/standard_check.h"

#include <QUrl>

namespace tongban::workflow {

void StandardCheck::checkExpression(const XmlElement& element) {
    static constexpr std::array tags = {
        QLatin1String("conditionExpression"),
        QLatin1String("loopCardinality"),
        QLatin1String("loopCondition"),
        QLatin1String("completionCondition"),
        QLatin1String("activationCondition"),
        QLatin1String("timeDate"),
        QLatin1String("timeDuration"),
        QLatin1String("timeCycle"),
        QLatin1String("condition"),
        QLatin1String("from"),
        QLatin1String("to"),
        QLatin1String("messagePath"),
        QLatin1String("dataPath"),
        QLatin1String("transformation"),
    };
    if (!isOneOf(element.name, tags))
        return;
    const XmlElement* holder = parent(element);
    const XmlElement& at = holder != nullptr &&
                                   holder->name.endsWith(QLatin1String("EventDefinition")) &&
                                   parent(*holder) != nullptr
                               ? *parent(*holder)
                           : holder != nullptr ? *holder
                                               : element;
    const QString language = element.attribute(u"language");
    if (!language.isEmpty() && !QUrl(language, QUrl::StrictMode).isValid())
        refuse(at, "language", QStringLiteral("“%1” is no URI").arg(language));
    if (!executable(element))
        return;
    const QString text = textOf(element);
    const bool formal =
        element.attribute(u"type", xsiNs).endsWith(QLatin1String("tFormalExpression"));
    const bool alwaysFormal = element.name == QLatin1String("messagePath") ||
                              element.name == QLatin1String("dataPath") ||
                              element.name == QLatin1String("transformation");
    if (text.isEmpty())
        return refuse(at, "empty-expression", QStringLiteral("%1 is empty").arg(element.name));
    if (!formal && !alwaysFormal && !text.startsWith(QLatin1Char('=')))
        refuse(at, "informal-expression",
               QStringLiteral("%1 “%2” is not marked as formal (xsi:type=\"tFormalExpression\")")
                   .arg(element.name, text.left(40)));
}

} // namespace tongban::workflow
