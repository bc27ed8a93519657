// CounterComposition: builds and owns the counter workstation's objects and its window.
#pragma once

#include "app/options.h"
#include "services/sync/central_client.h"
#include "services/sync/staff_client.h"
#include "ui/counter/counter_model.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <memory>

namespace tongban::app {

class CounterComposition {
public:
    explicit CounterComposition(const Options& options);
    ~CounterComposition();

    Result<void> show();
    QQuickWindow* window() const { return m_window; }
    counter::CounterModel& model() { return m_model; }

private:
    Options m_options;
    sync::CentralClient m_central;
    sync::StaffClient m_client;
    counter::CounterModel m_model;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow* m_window = nullptr;
};

} // namespace tongban::app
