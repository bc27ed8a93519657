// The words for what a newcomer finds on the desk.
#include "ui/desk/desk_model.h"

namespace tongban::desk {

QString DeskModel::titleOf(const QString& thing) {
    if (thing == u"receipt")
        return tr("My receipt");
    if (thing == u"insurance")
        return tr("Health insurance code");
    if (thing == u"shop")
        return tr("A shop's code");
    if (thing == u"laid-well")
        return tr("Laid well");
    if (thing == u"shaken")
        return tr("Shaken");
    if (thing == u"glare")
        return tr("Lamp on it");
    return thing == u"over-edge" ? tr("Over the edge") : thing;
}

} // namespace tongban::desk
