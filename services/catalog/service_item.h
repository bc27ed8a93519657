// One service item as the public sees it: the national elements, and what a guide, a search and a
// kiosk need besides.
#pragma once

#include "services/core/result.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>

namespace tongban::catalog {

enum class ItemKind {
    Item,    // worked through on the kiosk
    Package, // 一件事: several items in one
    Guide,   // imported: can be read and searched, done at the counter
};

struct StepFact {
    QString id; // of the element in process.bpmn
    QString name;
    QString phase; // 申请与受理, 审查与决定, 颁证与送达
    QString department;
    QString limit; // "2wd", "15d", "4h", "now"
    QString clause;
};

struct FeeFact {
    QString id;
    QString name;
    QString standard;
    QString clause;
    bool reducible = false;
    QString reduction;
};

struct QuestionAndAnswer {
    QString question;
    QString answer;
};

// Open from minute to minute of the day on ISO weekdays 1…7.
struct OpenHours {
    int fromDay = 1;
    int toDay = 5;
    int fromMinute = 540;
    int toMinute = 1020;
};

struct Place {
    QString name;
    QString address;
    QString phone;
    QList<OpenHours> hours;
    bool kiosk = false; // a machine stands there; otherwise a counter
    int metres = 0;     // from this hall; 0: here

    bool openAt(int weekday, int minute) const;
};

// An answer of the knowledge base that takes this item's figure, so that there is one source.
struct KnowledgeBinding {
    QString article;
    QString field;
};

// What the item needs to know about a person, what for, by which clause and for how long after the
// case is closed (PIPL art. 6, 17, 19; GB/T 35273 5.2, 6.1).
struct PersonalUse {
    QString purpose;
    QString basis;
    int retentionDays = 0;
    QMap<QString, QString> fields; // of its forms → internal, personal, sensitive (GB/T 43697)
};

struct ServiceItem {
    QString id;
    ItemKind kind = ItemKind::Item;
    int version = 1;
    QDate validFrom;
    QDate validTo;              // invalid: until further notice
    bool sample = false;        // figures marked as examples; never presented as law
    int cases = 0;              // how many test cases the package vouches for; 0: not said
    QStringList exampleFigures; // element names whose figures are examples
    QJsonObject elements;       // the national fields by machine name
    QString name;               // short, as people say it
    QString summary;
    QString who;
    QString whoDetail;
    QStringList aliases;
    QStringList topics;
    int minutes = 0;
    QList<StepFact> steps;
    QList<FeeFact> fees;
    QList<QuestionAndAnswer> answers;
    QList<Place> places;
    QStringList devices; // needed to finish here: card-reader, document-camera, receipt-printer,
                         // report-printer
    QString network;     // "needed" or "later": may it be accepted without network?
    QList<KnowledgeBinding> knowledge;
    QStringList parts; // item ids of a 一件事
    PersonalUse use;

    QString element(const char* name) const {
        return elements.value(QLatin1String(name)).toString();
    }
    QString code() const { return element("task_code"); }
    QString department() const { return element("dept_name"); }

    QString promisedLimit() const; // "5wd"
    QString legalLimit() const;

    static Result<ServiceItem> read(const QJsonObject& file);
};

// "5 个工作日", "15 天", "2 小时", "当场".
QString limitText(const QString& limit);
// For comparing: working days count 1.4 days, hours a 24th.
double limitDays(const QString& limit);
bool isLimit(const QString& limit);

} // namespace tongban::catalog
