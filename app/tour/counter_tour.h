// CounterTour: plays the clerk: signs in with two factors, opens the case, looks at the paper,
// decides.
#pragma once

#include "app/counter_composition.h"
#include "app/tour/diary.h"
#include "app/tour/spoken.h"

#include <QObject>

namespace tongban::tour {

class CounterTour : public QObject {
    Q_OBJECT

public:
    // `firstRun` is the central service's first-run.json; the clerk's password and token secret are
    // read from it.
    CounterTour(app::CounterComposition& counter, const QString& folder, const QString& firstRun,
                QString part);
    bool play();

private:
    bool signIn();
    bool openCase();
    bool askForPaper();
    bool approve();
    bool waitFor(const QString& page, int ms = 10'000);

    app::CounterComposition& m_counter;
    Diary m_diary;
    Spoken m_spoken;
    QString m_firstRun;
    QString m_part; // ask, or decide
};

} // namespace tongban::tour
