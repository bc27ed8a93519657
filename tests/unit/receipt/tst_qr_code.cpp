// The receipt's QR code: small enough for a 58 mm roll, black where it must be, the same in every
// output.
#include "services/receipt/qr_code.h"

#include <QTest>

using namespace tongban::receipt;

class TestQrCode : public QObject {
    Q_OBJECT

    const QString m_url = "HTTPS://R.EXAMPLE.GOV.CN/1" + QString(162, u'A');

private Q_SLOTS:
    void aReceiptIsVersionNine() {
        QCOMPARE(QrCode::encode(m_url).value().version(), 9);
        QCOMPARE(QrCode::encode(m_url, ErrorCorrection::L).value().version(), 6);
        QCOMPARE(QrCode::encode(m_url, ErrorCorrection::M).value().version(), 8);
    }

    void finderPatternsStandInThreeCorners() {
        const QrCode code = QrCode::encode(m_url).value();
        const int far = code.size() - 7;
        for (const QPoint& corner : {QPoint(0, 0), QPoint(far, 0), QPoint(0, far)}) {
            for (int i = 0; i < 7; ++i) {
                QVERIFY(code.dark(corner.x() + i, corner.y()));
                QVERIFY(code.dark(corner.x(), corner.y() + i));
            }
            QVERIFY(!code.dark(corner.x() + 1, corner.y() + 1));
        }
    }

    void theImageShowsTheModules() {
        const QrCode code = QrCode::encode(m_url).value();
        const QImage image = code.toImage(3);
        QCOMPARE(image.width(), (53 + 8) * 3);
        for (int y = 0; y < code.size(); ++y) {
            for (int x = 0; x < code.size(); ++x) {
                const int at = qGray(image.pixel((x + 4) * 3 + 1, (y + 4) * 3 + 1));
                QCOMPARE(at == 0, code.dark(x, y));
            }
        }
        QCOMPARE(qGray(image.pixel(5, 5)), 255);
        QVERIFY(code.toSvg().startsWith("<svg xmlns="));
    }

    void whatCannotBeEncodedIsRefused() {
        QVERIFY(!QrCode::encode("").has_value());
        QVERIFY(!QrCode::encode(QString(4000, u'x')).has_value());
        QVERIFY(QrCode::encode("通办").has_value());
    }
};

QTEST_GUILESS_MAIN(TestQrCode)
#include "tst_qr_code.moc"
