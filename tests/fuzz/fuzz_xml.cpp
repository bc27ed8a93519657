// Fuzzes the XML reader: any bytes end in a tree or a fault.
#include "services/core/xml_tree.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto tree = tongban::readXml(
        QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (tree && tree->root)
        (void)tree->root->child(u"a");
    return 0;
}
