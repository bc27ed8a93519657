// whenDone: the only way from another thread back to an object; a dead context is simply not
// called. QFuture::then(context) of Qt 6.4 checks the context on the finishing thread and races,
// hence this.
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <utility>

namespace tongban {

// Calls `callback(result)` on the context's thread once, unless the future was cancelled or the
// context died.
template <typename T, typename Callback>
void whenDone(const QFuture<T>& future, QObject* context, Callback callback) {
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, context,
                     [watcher, callback = std::move(callback)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().isResultReadyAt(0))
                             callback(watcher->future().result());
                     });
    watcher->setFuture(future);
}

} // namespace tongban
