// KioskTour: plays the citizen at the kiosk through accessible names, as a person would: the visit,
// later the look at the progress.
#pragma once

#include "app/kiosk_composition.h"
#include "app/tour/diary.h"
#include "app/tour/spoken.h"

namespace tongban::tour {

class KioskTour : public QObject {
    Q_OBJECT

public:
    // Parts: visit, progress, supplement, decided, portal, residue (the visit, with stops at which
    // somebody may search the memory); empty: visit, progress, portal.
    KioskTour(app::KioskComposition& kiosk, const QString& folder, const QString& part);
    bool play(); // false when any step did not work

private:
    bool visit();
    bool search();
    bool answerQuestions();
    bool identify();
    bool fillField(const workflow::FormRow& row);
    bool fillForm();
    bool papers();
    bool signAndSubmit();
    bool goodbye();
    bool showReceipt();
    bool openProgress();
    bool progress();
    bool supplement();
    bool portal();
    bool residue();
    bool stop(const QString& place);
    bool press(const char* context, const char* source, const QString& what);
    bool waitForPage(const QString& page, int ms = 8000);

    app::KioskComposition& m_kiosk;
    Diary m_diary;
    Spoken m_spoken;
    QString m_part;
};

} // namespace tongban::tour
