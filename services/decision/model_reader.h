// ModelReader: from DMN files to a Model; services.cpp has its part about decision services.
#pragma once

#include "services/decision/boxed.h"
#include "services/decision/model_content.h"

namespace tongban::decision {

struct ModelFile {
    explicit ModelFile(const feel::Limits& limits)
        : types(limits) {}
    XmlTree tree;
    QString nameSpace;
    QList<std::pair<QString, int>> imports; // prefix, file
    TypeScope types;
    std::shared_ptr<const feel::KnownNames> known;
    bool typesRead = false;
};

class ModelReader {
public:
    explicit ModelReader(const Limits& limits);
    Result<void> addModel(const QByteArray& bytes);
    // Of files that may be imported, those that are, directly or through others; no defect of the
    // rest matters.
    void addImports(QList<QByteArray> candidates);
    Result<Model> finish();

private:
    Result<std::unique_ptr<ModelFile>> readFile(const QByteArray& bytes) const;
    struct ServiceParts {
        QList<int> outputs;
        QList<int> parameters; // input data, then input decisions
        QList<int> inner;      // decisions evaluated inside
    };
    void resolveImports();
    void readTypes(int index);
    Result<void> readElements();
    void addElement(int file, const XmlElement& xml, ElementKind kind);
    int target(int element, const XmlElement& reference);
    void readRequirements(int index);
    void sortElements();
    QString visibleName(const Element& viewer, const Element& seen) const;
    Result<void> compileElements();
    void compileLogic(const Element& element, const XmlElement& xml, BoxedCompiler& boxed);

    void readService(int index);
    void compileService(int index, feel::Emitter& emitter, BoxedCompiler& boxed);
    void compileInner(int decision, const QHash<int, int>& slots, feel::Emitter& emitter,
                      const QString& owner);

    Limits m_limits;
    std::shared_ptr<ModelContent> m_content;
    std::vector<std::unique_ptr<ModelFile>> m_files;
    std::vector<const XmlElement*> m_xml; // by element
    QHash<QString, int> m_byId;           // namespace#id
    QHash<int, ServiceParts> m_services;
};

} // namespace tongban::decision
