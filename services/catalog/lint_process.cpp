// process.bpmn against the item: every registered step is drawn, every drawn step is registered,
// limits agree.
#include "services/catalog/lints.h"
#include "services/catalog/process_outline.h"
#include "services/core/json_reader.h"
#include "services/core/xml_tree.h"
#include "services/workflow/definition.h"

#include <QSet>
#include <algorithm>

namespace tongban::catalog {

namespace {

void checkSteps(const ItemPackage& package, const ProcessOutline& outline, Findings& findings) {
    const QList<StepFact>& steps = package.item().steps;
    for (const StepFact& step : steps) {
        const ProcessStep* drawn = outline.step(step.id);
        if (!drawn) {
            findings.refuse("step-not-drawn", step.id,
                            QStringLiteral("步骤“%1”不在流程图里").arg(step.name),
                            QStringLiteral("在流程图里补上，或改正编号"));
            continue;
        }
        const QString limit = step.limit == QLatin1String("now") ? QString() : step.limit;
        if (drawn->limit != limit)
            findings.refuse(
                "limit-mismatch", step.id,
                QStringLiteral("流程图里是 %1，item.json 里是 %2")
                    .arg(drawn->limit.isEmpty() ? QStringLiteral("当场") : limitText(drawn->limit),
                         limitText(step.limit)),
                QStringLiteral("两处写成一样"));
    }
    for (const ProcessStep& drawn : outline.steps) {
        const bool known = drawn.applicant ||
                           std::any_of(steps.begin(), steps.end(),
                                       [&](const StepFact& step) { return step.id == drawn.id; });
        if (!known)
            findings.refuse("step-unlisted", drawn.id,
                            QStringLiteral("流程图里的“%1”没有登记").arg(drawn.name),
                            QStringLiteral("在 item.json 的 steps 里补上"));
    }
}

// What the engine itself says of the process and its forms. Decisions are judged by `lintRules`.
void checkEngine(const ItemPackage& package, const ProcessOutline& outline, Findings& findings) {
    const QString remedy = QStringLiteral("在流程编辑器里改正");
    for (const workflow::Defect& defect : workflow::check(workflow::Package(package.files))) {
        const QString message = defect.code + u' ' + defect.message;
        if (defect.code == QLatin1String("decisions"))
            continue;
        // The proof follows the main process; the steps of called ones are reached by their calls.
        if (defect.code == QLatin1String("dead-activity") && !outline.step(defect.element))
            continue;
        if (defect.level == workflow::Level::Refused)
            findings.refuse("process", defect.element, message, remedy);
        else if (defect.level == workflow::Level::Warned)
            findings.warn("process", defect.element, message, remedy);
    }
}

// Whoever gives a step a milestone, a limit or a clock says by which clause.
void checkBasis(const XmlElement& element, Findings& findings) {
    bool ours = false;
    QString basis;
    if (const XmlElement* extension = element.child(u"extensionElements")) {
        for (const XmlElement* properties : extension->childrenNamed(u"properties")) {
            for (const XmlElement* property : properties->childrenNamed(u"property")) {
                const QString name = property->attribute(u"name");
                ours = ours || name.startsWith(QLatin1String("tongban:"));
                if (name == QLatin1String("tongban:basis"))
                    basis = property->attribute(u"value").trimmed();
            }
        }
    }
    if (ours && basis.isEmpty())
        findings.refuse("clause-missing", element.attribute(u"id"),
                        QStringLiteral("“%1”没有依据").arg(element.attribute(u"name")),
                        QStringLiteral("在 tongban:basis 里写明依据哪一条"));
    for (const auto& child : element.children)
        checkBasis(*child, findings);
}

} // namespace

void lintProcess(const ItemPackage& package, Findings& findings) {
    findings.setFile(QStringLiteral("process.bpmn"));
    const auto outline = outlineProcess(package.process());
    if (!outline) {
        findings.refuse("process", QStringLiteral("$"), outline.error().detail,
                        QStringLiteral("在流程编辑器里改正"));
        return;
    }
    checkSteps(package, *outline, findings);
    if (const auto tree = readXml(package.process()))
        checkBasis(*tree->root, findings);
    checkEngine(package, *outline, findings);
    QSet<QString> used = outline->forms;
    used.insert(QStringLiteral("application"));
    for (const QString& path : package.formPaths()) {
        const auto form = parseJsonObject(package.files.value(path));
        const QString id = form ? form->value(QLatin1String("id")).toString() : QString();
        if (form && !used.contains(id)) {
            findings.setFile(path);
            findings.refuse("form-unused", QStringLiteral("$.id"),
                            QStringLiteral("表格“%1”没有步骤用到").arg(id),
                            QStringLiteral("在流程图里绑定，或删掉"));
        }
    }
}

} // namespace tongban::catalog
