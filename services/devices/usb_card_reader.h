// UsbCardReader: the same frames over USB, through one pair of bulk pipes or, as GA/T 467 has it,
// two.
#pragma once

#include "services/devices/identity_reader.h"

namespace tongban::devices {

// Bulk pipes of one USB device; a test puts a simulated module behind it.
class UsbPipes {
public:
    virtual ~UsbPipes() = default;
    virtual bool open() = 0;
    virtual void close() = 0;
    // Pairs of bulk pipes: 1 carries whole frames; 2 carry preamble and length apart from the rest.
    virtual int pairs() const = 0;
    virtual bool write(int pair, const QByteArray& bytes) = 0;
    // What has come within a few milliseconds, or nothing; false when the device is gone.
    virtual bool read(int pair, QByteArray& bytes) = 0;
};

// Vendor and product of readers common in the field: 0400:C35A.
std::unique_ptr<UsbPipes> libusbPipes(quint16 vendor, quint16 product);

// A frame as it goes over the pipes: one piece, or its first seven bytes and the rest.
QList<QByteArray> piecesFor(const QByteArray& frame, int pairs);

class UsbCardReader final : public IdentityReader {
    Q_OBJECT

public:
    UsbCardReader(DeviceId id, std::unique_ptr<UsbPipes> pipes, bool withFingerprint = false,
                  SdtTiming timing = {});

    void open() override;
    void close() override;

private:
    void tryOpen();
    void collect();
    void gone();
    void transmit(const QByteArray& bytes) override;

    std::unique_ptr<UsbPipes> m_pipes;
    QTimer m_collect;
    QTimer m_reopen;
};

} // namespace tongban::devices
