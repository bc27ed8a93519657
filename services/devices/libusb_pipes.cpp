// Bulk pipes through libusb. Endpoints are chosen by direction and type, never by their place in
// the descriptor.
#include "services/devices/usb_card_reader.h"

#include <algorithm>
#include <array>
#include <libusb.h>

namespace tongban::devices {

namespace {

constexpr unsigned writeWithin = 1000; // milliseconds
constexpr unsigned readWithin = 2;
constexpr int largestTransfer = 4096;

class LibusbPipes final : public UsbPipes {
public:
    LibusbPipes(quint16 vendor, quint16 product)
        : m_vendor(vendor)
        , m_product(product) {}
    ~LibusbPipes() override {
        close();
        if (m_context != nullptr)
            libusb_exit(m_context);
    }

    bool open() override {
        if (m_context == nullptr && libusb_init(&m_context) != 0)
            return false;
        m_handle = libusb_open_device_with_vid_pid(m_context, m_vendor, m_product);
        if (m_handle == nullptr)
            return false;
        libusb_set_auto_detach_kernel_driver(m_handle, 1);
        if (libusb_claim_interface(m_handle, 0) == 0 && findEndpoints())
            return true;
        close();
        return false;
    }

    void close() override {
        if (m_handle == nullptr)
            return;
        libusb_release_interface(m_handle, 0);
        libusb_close(m_handle);
        m_handle = nullptr;
    }

    int pairs() const override { return static_cast<int>(std::min(m_in.size(), m_out.size())); }

    bool write(int pair, const QByteArray& bytes) override {
        int sent = 0;
        QByteArray copy = bytes;
        return m_handle != nullptr &&
               libusb_bulk_transfer(m_handle, m_out[pair], reinterpret_cast<uchar*>(copy.data()),
                                    static_cast<int>(copy.size()), &sent, writeWithin) == 0 &&
               sent == bytes.size();
    }

    bool read(int pair, QByteArray& bytes) override {
        bytes.resize(largestTransfer);
        int got = 0;
        const int code =
            m_handle == nullptr
                ? LIBUSB_ERROR_NO_DEVICE
                : libusb_bulk_transfer(m_handle, m_in[pair], reinterpret_cast<uchar*>(bytes.data()),
                                       largestTransfer, &got, readWithin);
        bytes.truncate(got);
        return code == 0 || code == LIBUSB_ERROR_TIMEOUT;
    }

private:
    bool findEndpoints() {
        m_in.clear();
        m_out.clear();
        libusb_config_descriptor* config = nullptr;
        if (libusb_get_active_config_descriptor(libusb_get_device(m_handle), &config) != 0)
            return false;
        if (config->bNumInterfaces > 0 && config->interface[0].num_altsetting > 0) {
            const libusb_interface_descriptor& interface = config->interface[0].altsetting[0];
            for (int i = 0; i < interface.bNumEndpoints; ++i) {
                const libusb_endpoint_descriptor& endpoint = interface.endpoint[i];
                if ((endpoint.bmAttributes & LIBUSB_TRANSFER_TYPE_MASK) !=
                    LIBUSB_TRANSFER_TYPE_BULK)
                    continue;
                const bool in =
                    (endpoint.bEndpointAddress & LIBUSB_ENDPOINT_DIR_MASK) == LIBUSB_ENDPOINT_IN;
                (in ? m_in : m_out).append(endpoint.bEndpointAddress);
            }
        }
        libusb_free_config_descriptor(config);
        // The lower address carries preamble and length: 02 before 06, 81 before 85.
        std::sort(m_in.begin(), m_in.end());
        std::sort(m_out.begin(), m_out.end());
        return pairs() >= 1;
    }

    const quint16 m_vendor;
    const quint16 m_product;
    libusb_context* m_context = nullptr;
    libusb_device_handle* m_handle = nullptr;
    QList<uchar> m_in;
    QList<uchar> m_out;
};

} // namespace

std::unique_ptr<UsbPipes> libusbPipes(quint16 vendor, quint16 product) {
    return std::make_unique<LibusbPipes>(vendor, product);
}

} // namespace tongban::devices
