// Pattern: a regular expression of XPath (F&O 3.1 §5.6) on PCRE2, whose work is bounded.
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>

struct pcre2_real_code_16;

namespace tongban::feel {

class Pattern {
public:
    enum class Outcome { Yes, No, Limit };

    // nullopt with the reason in `why`: not a regular expression of XPath, or unknown flags.
    static std::optional<Pattern> compile(const QString& expression, const QString& flags,
                                          QString& why);

    Outcome matches(const QString& text) const;
    // Every match in order; `groups` of each, an absent group is a null string.
    Outcome all(const QString& text, QList<QStringList>& groups,
                QList<std::pair<qsizetype, qsizetype>>& spans) const;
    bool literal() const { return m_literal; } // flag q: the replacement is literal as well

private:
    std::shared_ptr<pcre2_real_code_16> m_code;
    bool m_literal = false;
};

} // namespace tongban::feel
