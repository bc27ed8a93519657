// Entry: one piece of the district's knowledge, a service item or an answer, with its owner, its
// source and its time of validity. Written as Markdown with a YAML head (entry_reader.h).
#pragma once

#include "services/core/result.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace tongban::knowledgebase {

// Outside is one entry of a pack: what staff have marked as out of scope, never shown.
enum class EntryType { Item, Guide, Faq, Policy, Notice, Outside };

// How well a statement is known (product.md): checked in the law text, taken from a public guide,
// our design, or a realistic example that must be shown as one.
enum class SourceMark { Law, Guide, Design, Example };

enum class EntryStatus { Draft, Published, Withdrawn };

struct Source {
    SourceMark mark = SourceMark::Design;
    QString title;          // 《居住证暂行条例》
    QString documentNumber; // 国务院令第663号
    QString clause;         // 第十条
    QString issuer;
    QString url;
    QDate published;
    QDate retrieved;
    bool operator==(const Source&) const = default;
};

struct EntrySection {
    QString anchor; // stable, for “view full text”
    QString heading;
    QString text; // plain paragraphs; bindings already filled in a pack
    bool operator==(const EntrySection&) const = default;
};

struct Entry {
    QString id; // a service item has its official code
    EntryType type = EntryType::Faq;
    QString title;
    QStringList aliases;  // accepted phrasings of questions it answers
    QStringList keywords; // words that belong to it without standing in the text
    QString audience;     // who it is for, in words; empty: everybody
    QString department;   // the owner
    QString region;       // six digits
    QString itemRef;      // the item that “start this item” leads to
    QString step;         // where in the item
    QList<EntrySection> sections;
    Source source;
    QDate effectiveFrom;
    QDate expiresOn; // the last day; invalid date: no end (items)
    QDate reviewBy;
    QString supersedes;
    QString supersededBy;
    EntryStatus status = EntryStatus::Draft;
    int version = 1;
    QStringList authors;
    QString reviewer;

    bool operator==(const Entry&) const = default;
};

QString nameOf(EntryType type);
QString nameOf(SourceMark mark);
QString nameOf(EntryStatus status);

// Published, begun and not yet over on that day.
bool isInForce(const Entry& entry, QDate day);

// 《…》（文号）第十条 · 发布机关 · 自 2016-01-01 起施行; an example begins with 示例.
QString sourceLine(const Entry& entry);

// All sections, each heading on a line of its own, as it is indexed and cut into windows.
QString plainText(const Entry& entry);

QJsonObject toJson(const Entry& entry);
Result<Entry> entryFromJson(const QJsonObject& object);

} // namespace tongban::knowledgebase
