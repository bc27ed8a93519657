// CaseImages: papers of the open case for QML, straight from memory:
// image://case/<case>/<document>.
#pragma once

#include "ui/counter/counter_model.h"

#include <QQuickImageProvider>

namespace tongban::counter {

class CaseImages : public QQuickImageProvider {
public:
    explicit CaseImages(const CounterModel& model)
        : QQuickImageProvider(QQuickImageProvider::Image)
        , m_model(model) {}
    QImage requestImage(const QString& id, QSize* size, const QSize&) override {
        QImage image = m_model.picture(id.section(QLatin1Char('/'), -1));
        if (image.isNull())
            image = QImage(1, 1, QImage::Format_RGB32);
        if (size != nullptr)
            *size = image.size();
        return image;
    }

private:
    const CounterModel& m_model;
};

} // namespace tongban::counter
