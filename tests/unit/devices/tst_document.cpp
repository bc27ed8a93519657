// Pictures of a sheet on a desk, good and bad: found, straightened, judged.
#include "services/devices/document_check.h"
#include "services/devices/grey_filters.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QPolygonF>
#include <QTest>
#include <QTransform>
#include <random>

using namespace tongban::devices;

namespace {

// A sheet with strokes like lines of print.
QImage sheet(int width, int height, int paper = 215) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(qRgb(paper, paper, paper - 5));
    QPainter painter(&image);
    std::mt19937 random(5);
    for (int y = height / 10; y < height * 9 / 10; y += 30) {
        for (int x = width / 10; x < width * 9 / 10; x += 16) {
            painter.fillRect(x, y, 3, 14 + int(random() % 6), qRgb(40, 40, 45));
            painter.fillRect(x, y + int(random() % 12), 11, 3, qRgb(40, 40, 45));
        }
    }
    return image;
}

// The sheet seen by the camera: on a dark desk, at a slant, with noise.
QImage photo(const QImage& page, const QPolygonF& corners, const QSize& size = {2592, 1944}) {
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(qRgb(60, 55, 50));
    const QPolygonF from({QPointF(0, 0), QPointF(page.width(), 0),
                          QPointF(page.width(), page.height()), QPointF(0, page.height())});
    QTransform transform;
    QTransform::quadToQuad(from, corners, transform);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(transform);
    painter.drawImage(0, 0, page);
    painter.end();
    std::mt19937 random(9);
    for (int y = 0; y < picture.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const int noise = int(random() % 9) - 4;
            const QRgb c = row[x];
            row[x] = qRgb(qBound(0, qRed(c) + noise, 255), qBound(0, qGreen(c) + noise, 255),
                          qBound(0, qBlue(c) + noise, 255));
        }
    }
    return picture;
}

const QPolygonF slanted({QPointF(560, 130), QPointF(1980, 180), QPointF(2060, 1850),
                         QPointF(480, 1790)});

QList<PictureDefect> defectsOf(const QImage& picture) {
    return lookAt(picture).defects;
}

} // namespace

class TestDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCornersAreFound() {
        const QImage picture = photo(sheet(1400, 1800), slanted);
        QElapsedTimer timer;
        timer.start();
        const SheetView view = lookAt(picture);
        qInfo("looked for %lld ms, sharpness %.3f", timer.elapsed(), view.sharpness);
        QVERIFY(view.good());
        for (int i = 0; i < 4; ++i)
            QVERIFY2(QLineF(view.corners[i], slanted[i]).length() < 8,
                     qPrintable(QStringLiteral("corner %1").arg(i)));
        const QImage straight = straightened(picture, view.corners);
        QVERIFY(qAbs(straight.width() - 1580) < 20 && qAbs(straight.height() - 1672) < 20);
        QVERIFY(qGray(straight.pixel(20, 20)) > 180);
        QVERIFY(qGray(straight.pixel(straight.width() - 20, straight.height() - 20)) > 180);
    }

    void aTurnedSheetIsFound() {
        const QPolygonF turned(
            {QPointF(1300, 60), QPointF(2300, 900), QPointF(1350, 1880), QPointF(300, 1000)});
        const SheetView view = lookAt(photo(sheet(1400, 1400), turned));
        QCOMPARE(view.corners.size(), 4);
        for (const QPointF& corner : turned) {
            const bool near =
                std::any_of(view.corners.begin(), view.corners.end(),
                            [corner](const QPointF& c) { return QLineF(c, corner).length() < 10; });
            QVERIFY(near);
        }
    }

    void anEmptyDeskIsNoSheet() {
        QImage desk(1600, 1200, QImage::Format_RGB32);
        desk.fill(qRgb(70, 66, 60));
        QCOMPARE(defectsOf(desk), QList<PictureDefect>{PictureDefect::NoSheet});
        desk.fill(qRgb(240, 240, 240));
        QCOMPARE(defectsOf(desk), QList<PictureDefect>{PictureDefect::NoSheet});
        QCOMPARE(defectsOf(QImage()), QList<PictureDefect>{PictureDefect::NoSheet});
    }

    void aSheetOverTheEdgeIsCutOff() {
        const QPolygonF over(
            {QPointF(560, -300), QPointF(1980, -300), QPointF(1980, 1700), QPointF(560, 1700)});
        QVERIFY(defectsOf(photo(sheet(1400, 1800), over)).contains(PictureDefect::CutOff));
    }

    void aDistantSheetIsTooSmall() {
        const QPolygonF far(
            {QPointF(900, 500), QPointF(1500, 500), QPointF(1500, 1300), QPointF(900, 1300)});
        QVERIFY(defectsOf(photo(sheet(1400, 1800), far)).contains(PictureDefect::TooSmall));
    }

    void aShakenPictureIsBlurred() {
        const QImage picture = photo(sheet(1400, 1800), slanted);
        QImage shaken = greyOf(picture);
        for (int i = 0; i < 3; ++i)
            shaken = blurred(shaken, 3);
        const SheetView view = lookAt(shaken);
        QVERIFY2(view.defects.contains(PictureDefect::Blurred),
                 qPrintable(QString::number(view.sharpness)));
    }

    void aLampOnThePaperIsGlare() {
        QImage page = sheet(1400, 1800);
        QPainter painter(&page);
        painter.setBrush(Qt::white);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPoint(700, 900), 180, 140);
        painter.end();
        QCOMPARE(defectsOf(photo(page, slanted)), QList<PictureDefect>{PictureDefect::Glare});
    }

    void aDarkPictureIsDark() {
        QImage picture = photo(sheet(1400, 1800), slanted);
        for (int y = 0; y < picture.height(); ++y) {
            auto* row = reinterpret_cast<QRgb*>(picture.scanLine(y));
            for (int x = 0; x < picture.width(); ++x)
                row[x] = qRgb(qRed(row[x]) / 4, qGreen(row[x]) / 4, qBlue(row[x]) / 4);
        }
        QVERIFY(defectsOf(picture).contains(PictureDefect::TooDark));
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
