// CpuClock: the processor time this process has used since it was made. Bounds on work are judged
// by it, so that a busy machine fails no test.
#pragma once

#include <QtGlobal>
#include <ctime>

namespace tongban::test {

class CpuClock {
public:
    qint64 elapsed() const { return now() - m_start; } // milliseconds

private:
    static qint64 now() {
        timespec used{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
        return used.tv_sec * 1000LL + used.tv_nsec / 1'000'000;
    }

    qint64 m_start = now();
};

} // namespace tongban::test
