// Lights through sysfs.
#include "services/devices/indicators.h"

#include <QDir>
#include <QFile>
#include <array>

namespace tongban::devices {

namespace {

constexpr std::array modeNames{"off", "on", "slow", "medium", "quick"};

int halfPeriod(LightMode mode) {
    return mode == LightMode::Slow ? 1000 : mode == LightMode::Medium ? 500 : 250;
}

} // namespace

QString nameOf(LightMode mode) {
    return QLatin1String(modeNames[static_cast<size_t>(mode)]);
}

std::optional<LightMode> lightModeNamed(const QString& name) {
    for (size_t i = 0; i < modeNames.size(); ++i) {
        if (name == QLatin1String(modeNames[i]))
            return static_cast<LightMode>(i);
    }
    return {};
}

Indicators::Indicators(DeviceId id)
    : Device(std::move(id), DeviceClass::Indicators) {
    qRegisterMetaType<Light>();
}

void Indicators::execute(const Command& command) {
    if (command.name != u"Lights.SetLight" || !command.payload.canConvert<Light>())
        return complete(command.id, CompletionCode::UnsupportedCommand);
    complete(command.id, set(command.payload.value<Light>()));
}

LedIndicators::LedIndicators(DeviceId id, QString folder)
    : Indicators(std::move(id))
    , m_folder(std::move(folder)) {}

void LedIndicators::open() {
    const bool there = !QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty();
    setStatus(
        there ? DeviceStatus{DeviceState::Online}
              : DeviceStatus{
                    DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("no-lamp")});
}

bool LedIndicators::write(const QString& lamp, const char* name, const QByteArray& value) const {
    QFile file(m_folder + u'/' + lamp + u'/' + QLatin1String(name));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
           file.write(value) == value.size();
}

CompletionCode LedIndicators::set(const Light& light) {
    const bool plain = !light.name.isEmpty() && !light.name.contains(u'/') && light.name != u"..";
    if (!plain || !QFile::exists(m_folder + u'/' + light.name))
        return CompletionCode::InvalidData;
    const bool steady = light.mode == LightMode::Off || light.mode == LightMode::On;
    const QByteArray delay = QByteArray::number(halfPeriod(light.mode));
    const bool done =
        steady ? write(light.name, "trigger", "none") &&
                     write(light.name, "brightness", light.mode == LightMode::On ? "255" : "0")
               : write(light.name, "trigger", "timer") && write(light.name, "delay_on", delay) &&
                     write(light.name, "delay_off", delay);
    return done ? CompletionCode::Success : CompletionCode::HardwareError;
}

} // namespace tongban::devices
