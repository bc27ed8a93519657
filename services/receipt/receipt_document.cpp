// Words of the notices, and the PDF around the layouts.
#include "services/receipt/receipt_document.h"

#include "services/receipt/receipt_page.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>

namespace tongban::receipt {

namespace {

constexpr int unitsPerInch = 2540; // one unit is a hundredth of a millimetre

// The statement as data beside the picture: text taken out of a PDF is not reliable (Kangxi
// radicals for some signs).
QByteArray attachment(const ReceiptDocument& document) {
    return QJsonDocument(QJsonObject{{QStringLiteral("title"), titleOf(document.kind)},
                                     {QStringLiteral("number"), document.number},
                                     {QStringLiteral("submitted"), document.submitted},
                                     {QStringLiteral("code"), document.code},
                                     {QStringLiteral("url"), document.url}})
        .toJson(QJsonDocument::Compact);
}

void prepare(QPdfWriter& writer, const ReceiptDocument& document, const QSizeF& millimetres) {
    writer.setResolution(unitsPerInch);
    writer.setPageSize(QPageSize(millimetres, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(titleOf(document.kind) + u' ' + document.number);
    writer.setCreator(QStringLiteral("Tongban"));
}

} // namespace

QString titleOf(NoticeKind kind) {
    switch (kind) {
    case NoticeKind::Received:
        return QStringLiteral("收件凭证");
    case NoticeKind::Accepted:
        return QStringLiteral("受理凭证");
    case NoticeKind::Refused:
        return QStringLiteral("不予受理通知书");
    case NoticeKind::Supplement:
        return QStringLiteral("补正告知书");
    case NoticeKind::Decided:
        return QStringLiteral("办结通知书");
    }
    return {};
}

QString sentenceOf(NoticeKind kind) {
    switch (kind) {
    case NoticeKind::Received:
        return QStringLiteral("您提交的申请和上列材料已经收到。是否受理，我们会在五日内告知；"
                              "逾期不告知的，自收到材料之日起即为受理。");
    case NoticeKind::Accepted:
        return QStringLiteral("您的申请材料齐全、符合法定形式，现予受理，并在上列日期前办结。");
    case NoticeKind::Refused:
        return QStringLiteral(
            "您的申请不予受理，理由如上。如不服本决定，可以自收到本通知之日起六十日内"
            "申请行政复议，或者六个月内向人民法院提起行政诉讼。");
    case NoticeKind::Supplement:
        return QStringLiteral(
            "上列内容一次告知。补齐后可在任一终端、窗口或手机上提交，不用重新排队；"
            "补正期间不计入办理时限。");
    case NoticeKind::Decided:
        return QStringLiteral("您申请的事项已经办结。");
    }
    return {};
}

Result<QByteArray> receiptPdf(const ReceiptDocument& document, Paper paper) {
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr)
        return fail(FaultKind::Internal, QStringLiteral("receipt PDF: no QGuiApplication"));
    TRY_ASSIGN(const QrCode qr, QrCode::encode(document.url));

    QSizeF size(210, 297);
    if (paper == Paper::Roll80) {
        // Drawn once to know how long the strip is.
        QBuffer scratch;
        scratch.open(QIODevice::WriteOnly);
        QPdfWriter trial(&scratch);
        prepare(trial, document, QSizeF(80, 600));
        QPainter painter(&trial);
        size = QSizeF(80, paintRoll(painter, document, qr) / 100.0);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        prepare(writer, document, size);
        writer.addFileAttachment(QStringLiteral("receipt.json"), attachment(document),
                                 QStringLiteral("application/json"));
        QPainter painter(&writer);
        if (!painter.isActive())
            return fail(FaultKind::Internal, QStringLiteral("receipt PDF: cannot paint"));
        if (paper == Paper::A4)
            paintA4(painter, document, qr);
        else
            paintRoll(painter, document, qr);
    }
    return buffer.data();
}

} // namespace tongban::receipt
