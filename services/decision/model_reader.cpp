// Reads DMN files: elements, requirements, the order of evaluation; compiles each element's logic.
#include "services/decision/model_reader.h"
#include "services/decision/boxed.h"
#include "services/decision/model_content.h"
#include "services/decision/table_checks.h"

namespace tongban::decision {

namespace {

// Some tools write http where the standard has https, and the other way round.
constexpr QStringView dmnNamespaces[] = {
    u"://www.omg.org/spec/DMN/20151101/dmn.xsd", // 1.1
    u"://www.omg.org/spec/DMN/20151101/dmn11.xsd",
    u"://www.omg.org/spec/DMN/20180521/MODEL/", // 1.2
    u"://www.omg.org/spec/DMN/20191111/MODEL/", // 1.3
    u"://www.omg.org/spec/DMN/20211108/MODEL/", // 1.4
    u"://www.omg.org/spec/DMN/20230324/MODEL/", // 1.5
};

bool isDmn(const XmlElement& root) {
    const QStringView place = QStringView(root.ns).mid(root.ns.indexOf(u':'));
    return root.name == u"definitions" && root.ns.startsWith(u"http") &&
           std::find(std::begin(dmnNamespaces), std::end(dmnNamespaces), place) !=
               std::end(dmnNamespaces);
}

} // namespace

ModelReader::ModelReader(const Limits& limits)
    : m_limits(limits)
    , m_content(std::make_shared<ModelContent>()) {}

Result<void> ModelReader::addModel(const QByteArray& bytes) {
    TRY_ASSIGN(auto file, readFile(bytes));
    m_files.push_back(std::move(file));
    return {};
}

void ModelReader::addImports(QList<QByteArray> candidates) {
    for (size_t i = 0; i < m_files.size(); ++i) { // grows as imports bring imports
        for (const XmlElement* import : m_files[i]->tree.root->childrenNamed(u"import")) {
            const QString nameSpace = import->attribute(u"namespace");
            for (qsizetype at = 0; at < candidates.size(); ++at) {
                if (!candidates.at(at).contains(nameSpace.toUtf8()))
                    continue; // reading it is the costly part
                auto file = readFile(candidates.at(at));
                if (!file.has_value() || (*file)->nameSpace != nameSpace)
                    continue;
                m_files.push_back(std::move(*file));
                candidates.removeAt(at);
                break;
            }
        }
    }
}

Result<std::unique_ptr<ModelFile>> ModelReader::readFile(const QByteArray& bytes) const {
    XmlLimits xml;
    xml.bytes = m_limits.bytes;
    xml.elements = m_limits.xmlElements;
    TRY_ASSIGN(XmlTree tree, readXml(bytes, xml));
    if (!isDmn(*tree.root))
        return fail(FaultKind::Invalid, QStringLiteral("line 1: this is no DMN 1.1 to 1.5 model"));
    auto file = std::make_unique<ModelFile>(m_limits.feel);
    file->nameSpace = tree.root->attribute(u"namespace");
    file->tree = std::move(tree);
    return file;
}

// An import's file is the one with its namespace; its prefix the import's name in the model itself.
void ModelReader::resolveImports() {
    for (const auto& file : m_files) {
        for (const XmlElement* import : file->tree.root->childrenNamed(u"import")) {
            const QString nameSpace = import->attribute(u"namespace");
            const auto found = std::find_if(m_files.begin(), m_files.end(), [&](const auto& f) {
                return f->nameSpace == nameSpace && f != file;
            });
            if (found == m_files.end())
                m_content->defects.append(
                    {Level::Refused,
                     import->attribute(u"name"),
                     {},
                     QStringLiteral("import"),
                     QStringLiteral("the imported model %1 is missing").arg(nameSpace)});
            else
                file->imports.append({import->attribute(u"name").simplified(),
                                      static_cast<int>(found - m_files.begin())});
        }
    }
}

// Types of an imported file are ready before the file that imports it; circles end at the second
// visit.
void ModelReader::readTypes(int index) {
    ModelFile& file = *m_files[static_cast<size_t>(index)];
    if (std::exchange(file.typesRead, true))
        return;
    for (const auto& [prefix, imported] : file.imports) {
        readTypes(imported); // as deep as there are files
        file.types.import(prefix, m_files[static_cast<size_t>(imported)]->types);
    }
    file.types.readDefinitions(*file.tree.root, m_content->defects);
    feel::Names names;
    names.types = file.types.types();
    names.members = file.types.memberNames();
    file.known = std::make_shared<const feel::KnownNames>(names);
}

Result<void> ModelReader::readElements() {
    struct Row {
        QStringView name;
        ElementKind kind;
    };
    static constexpr Row rows[] = {
        {u"inputData", ElementKind::InputData},
        {u"decision", ElementKind::Decision},
        {u"businessKnowledgeModel", ElementKind::Knowledge},
        {u"decisionService", ElementKind::Service},
    };
    for (size_t i = 0; i < m_files.size(); ++i) {
        for (const auto& child : m_files[i]->tree.root->children) {
            const auto row = std::find_if(std::begin(rows), std::end(rows),
                                          [&](const Row& r) { return r.name == child->name; });
            if (row != std::end(rows))
                addElement(static_cast<int>(i), *child, row->kind);
        }
    }
    if (m_content->elements.size() > static_cast<size_t>(m_limits.elements))
        return fail(FaultKind::Invalid,
                    QStringLiteral("more than %1 elements").arg(m_limits.elements));
    return {};
}

void ModelReader::addElement(int file, const XmlElement& xml, ElementKind kind) {
    const ModelFile& source = *m_files[static_cast<size_t>(file)];
    const int index = static_cast<int>(m_content->elements.size());
    Element element;
    element.kind = kind;
    element.source = file;
    element.id = xml.attribute(u"id");
    element.name = xml.attribute(u"name").simplified();
    if (const XmlElement* variable = xml.child(u"variable"))
        element.typeName = typeNameOf(*variable);
    if (kind == ElementKind::InputData || kind == ElementKind::Decision)
        element.type = source.types.resolve(element.typeName, element.name, m_content->defects);
    const QString key = source.nameSpace + u'#' + element.id;
    if (!element.id.isEmpty() && m_byId.contains(key))
        m_content->defects.append({Level::Refused,
                                   element.name,
                                   {},
                                   QStringLiteral("reference"),
                                   QStringLiteral("the id “%1” is there twice").arg(element.id)});
    m_byId.insert(key, index);
    if (file == 0) {
        if (m_content->byName.contains(element.name) && kind != ElementKind::InputData)
            m_content->defects.append(
                {Level::Warned,
                 element.name,
                 {},
                 QStringLiteral("reference"),
                 QStringLiteral("the name “%1” is there twice").arg(element.name)});
        // A decision is found before a knowledge model or input of the same name.
        if (!m_content->byName.contains(element.name) || kind == ElementKind::Decision)
            m_content->byName.insert(element.name, index);
    }
    m_content->elements.push_back(std::move(element));
    m_xml.push_back(&xml);
}

int ModelReader::target(int element, const XmlElement& reference) {
    Element& from = m_content->elements[static_cast<size_t>(element)];
    QString href = reference.attribute(u"href").trimmed();
    if (href.startsWith(u'#') || !href.contains(u'#'))
        href = m_files[static_cast<size_t>(from.source)]->nameSpace + u'#' +
               href.mid(href.startsWith(u'#') ? 1 : 0);
    const int found = m_byId.value(href, -1);
    if (found < 0)
        m_content->defects.append(
            {Level::Refused,
             from.name,
             {},
             QStringLiteral("reference"),
             QStringLiteral("it requires “%1”, which is not there").arg(href)});
    return found;
}

void ModelReader::readRequirements(int index) {
    const XmlElement& xml = *m_xml[static_cast<size_t>(index)];
    Element& element = m_content->elements[static_cast<size_t>(index)];
    if (element.kind == ElementKind::Service)
        return;
    for (const auto& requirement : xml.children) {
        if (requirement->name != u"informationRequirement" &&
            requirement->name != u"knowledgeRequirement")
            continue;
        for (const auto& reference : requirement->children) {
            if (!reference->has(u"href"))
                continue;
            const int found = target(index, *reference);
            const bool itself =
                found == index && element.kind == ElementKind::Knowledge; // it may recur
            if (found >= 0 && !itself && !element.requirements.contains(found))
                element.requirements.append(found);
        }
    }
}

// Kahn's algorithm; what is left over stands in a circle.
void ModelReader::sortElements() {
    const size_t count = m_content->elements.size();
    std::vector<int> open(count);
    std::vector<QList<int>> users(count);
    for (size_t i = 0; i < count; ++i) {
        open[i] = static_cast<int>(m_content->elements[i].requirements.size());
        for (const int required : m_content->elements[i].requirements)
            users[static_cast<size_t>(required)].append(static_cast<int>(i));
    }
    std::vector<int>& order = m_content->order;
    for (size_t i = 0; i < count; ++i) {
        if (open[i] == 0)
            order.push_back(static_cast<int>(i));
    }
    for (size_t at = 0; at < order.size(); ++at) {
        for (const int user : users[static_cast<size_t>(order[at])]) {
            if (--open[static_cast<size_t>(user)] == 0)
                order.push_back(user);
        }
    }
    for (size_t i = 0; i < count; ++i) {
        if (open[i] > 0)
            m_content->defects.append(
                {Level::Refused,
                 m_content->elements[i].name,
                 {},
                 QStringLiteral("cycle"),
                 QStringLiteral("it requires itself, directly or through others")});
    }
}

QString ModelReader::visibleName(const Element& viewer, const Element& seen) const {
    if (viewer.source == seen.source)
        return seen.name;
    for (const auto& [prefix, imported] : m_files[static_cast<size_t>(viewer.source)]->imports) {
        if (imported == seen.source)
            return prefix.isEmpty() ? seen.name : prefix + u'.' + seen.name;
    }
    return seen.name;
}

Result<void> ModelReader::compileElements() {
    int rules = 0;
    for (size_t i = 0; i < m_content->elements.size(); ++i) {
        Element& element = m_content->elements[i];
        if (element.kind == ElementKind::InputData)
            continue;
        const ModelFile& file = *m_files[static_cast<size_t>(element.source)];
        feel::Emitter emitter(file.known, m_limits.feel);
        BoxedCompiler boxed(emitter, file.types, element.name, m_content->defects,
                            m_content->tables);
        if (element.kind == ElementKind::Service) {
            compileService(static_cast<int>(i), emitter, boxed);
        } else {
            for (const int required : element.requirements)
                emitter.declareNew(
                    visibleName(element, m_content->elements[static_cast<size_t>(required)]));
            compileLogic(element, *m_xml[i], boxed);
        }
        rules += boxed.rules();
        if (rules > m_limits.rules || emitter.tooLarge())
            return fail(FaultKind::Invalid,
                        QStringLiteral("more than %1 rules, or too much code").arg(m_limits.rules));
        element.program = emitter.finish();
    }
    return {};
}

void ModelReader::compileLogic(const Element& element, const XmlElement& xml,
                               BoxedCompiler& boxed) {
    if (element.kind == ElementKind::Decision) {
        boxed.expressionOf(xml);
        boxed.convert(element.typeName);
        return;
    }
    static const XmlElement empty;
    const XmlElement* logic = xml.child(u"encapsulatedLogic");
    boxed.function(logic != nullptr ? *logic : empty, element.name);
}

Result<Model> ModelReader::finish() {
    m_content->name = m_files.front()->tree.root->attribute(u"name");
    m_content->nameSpace = m_files.front()->nameSpace;
    resolveImports();
    for (size_t i = 0; i < m_files.size(); ++i)
        readTypes(static_cast<int>(i));
    for (size_t i = 0; i < m_files.size(); ++i)
        m_content->prefixes.append(QString());
    for (const auto& [prefix, imported] : m_files.front()->imports)
        m_content->prefixes[imported] = prefix;
    TRY(readElements());
    for (size_t i = 0; i < m_xml.size(); ++i)
        readRequirements(static_cast<int>(i));
    for (size_t i = 0; i < m_xml.size(); ++i)
        readService(static_cast<int>(i));
    sortElements();
    TRY(compileElements());
    qint64 work = m_limits.checkWork;
    for (const auto& table : m_content->tables)
        m_content->defects += checkTable(*table, work);
    return Model(m_content);
}

Result<Model> read(const QByteArray& xml, const QList<QByteArray>& imported, const Limits& limits) {
    ModelReader reader(limits);
    TRY(reader.addModel(xml));
    reader.addImports(imported);
    return reader.finish();
}

} // namespace tongban::decision
