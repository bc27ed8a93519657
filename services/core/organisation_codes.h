// Codes of organisations: 统一社会信用代码 (GB 32100-2015) and the 组织机构代码 inside it (GB
// 11714-1997).
#pragma once

#include "services/core/codes.h"

namespace tongban {

// 18 characters: registering authority, class, region (6), organisation code (9), check. The inner
// code's own check is not a reason to refuse: old registers carried codes that never had it.
CodeVerdict checkCreditCode(const QString& code);
QChar creditCodeCheck(QStringView first17);

// Eight characters and a check, with or without the dash before it.
CodeVerdict checkOrganisationCode(const QString& code);
QChar organisationCheck(QStringView first8);

} // namespace tongban
