// The US layout, which scanners use in keyboard mode; they cannot send Chinese characters.
#include "services/devices/wedge_assembler.h"

#include <linux/input-event-codes.h>

namespace tongban::devices {

namespace {

struct Key {
    int code;
    char plain;
    char shifted;
};

constexpr Key keys[] = {
    {KEY_1, '1', '!'},          {KEY_2, '2', '@'},           {KEY_3, '3', '#'},
    {KEY_4, '4', '$'},          {KEY_5, '5', '%'},           {KEY_6, '6', '^'},
    {KEY_7, '7', '&'},          {KEY_8, '8', '*'},           {KEY_9, '9', '('},
    {KEY_0, '0', ')'},          {KEY_MINUS, '-', '_'},       {KEY_EQUAL, '=', '+'},
    {KEY_Q, 'q', 'Q'},          {KEY_W, 'w', 'W'},           {KEY_E, 'e', 'E'},
    {KEY_R, 'r', 'R'},          {KEY_T, 't', 'T'},           {KEY_Y, 'y', 'Y'},
    {KEY_U, 'u', 'U'},          {KEY_I, 'i', 'I'},           {KEY_O, 'o', 'O'},
    {KEY_P, 'p', 'P'},          {KEY_LEFTBRACE, '[', '{'},   {KEY_RIGHTBRACE, ']', '}'},
    {KEY_A, 'a', 'A'},          {KEY_S, 's', 'S'},           {KEY_D, 'd', 'D'},
    {KEY_F, 'f', 'F'},          {KEY_G, 'g', 'G'},           {KEY_H, 'h', 'H'},
    {KEY_J, 'j', 'J'},          {KEY_K, 'k', 'K'},           {KEY_L, 'l', 'L'},
    {KEY_SEMICOLON, ';', ':'},  {KEY_APOSTROPHE, '\'', '"'}, {KEY_GRAVE, '`', '~'},
    {KEY_BACKSLASH, '\\', '|'}, {KEY_Z, 'z', 'Z'},           {KEY_X, 'x', 'X'},
    {KEY_C, 'c', 'C'},          {KEY_V, 'v', 'V'},           {KEY_B, 'b', 'B'},
    {KEY_N, 'n', 'N'},          {KEY_M, 'm', 'M'},           {KEY_COMMA, ',', '<'},
    {KEY_DOT, '.', '>'},        {KEY_SLASH, '/', '?'},       {KEY_SPACE, ' ', ' '},
    {KEY_KP0, '0', '0'},        {KEY_KP1, '1', '1'},         {KEY_KP2, '2', '2'},
    {KEY_KP3, '3', '3'},        {KEY_KP4, '4', '4'},         {KEY_KP5, '5', '5'},
    {KEY_KP6, '6', '6'},        {KEY_KP7, '7', '7'},         {KEY_KP8, '8', '8'},
    {KEY_KP9, '9', '9'},        {KEY_KPMINUS, '-', '-'},     {KEY_KPPLUS, '+', '+'},
    {KEY_KPDOT, '.', '.'},      {KEY_KPSLASH, '/', '/'},     {KEY_KPASTERISK, '*', '*'},
};

char characterOf(int code, bool shift) {
    for (const Key& key : keys) {
        if (key.code == code)
            return shift ? key.shifted : key.plain;
    }
    return 0;
}

} // namespace

void WedgeAssembler::lost() {
    m_text.clear();
    m_shift = false;
    m_spoilt = true;
}

std::optional<QString> WedgeAssembler::key(int code, bool pressed, Time now) {
    if (code == KEY_LEFTSHIFT || code == KEY_RIGHTSHIFT) {
        m_shift = pressed;
        return {};
    }
    if (!pressed)
        return {};
    if (now - m_last > longestGap) { // a new code, or a person
        m_text.clear();
        m_spoilt = false;
    }
    m_last = now;
    if (code == KEY_ENTER || code == KEY_KPENTER || code == KEY_TAB) {
        const QString text = std::exchange(m_text, {});
        if (std::exchange(m_spoilt, false) || text.size() < shortestCode)
            return {};
        return text;
    }
    const char character = characterOf(code, m_shift);
    m_spoilt = m_spoilt || character == 0 || m_text.size() >= longestCode;
    if (!m_spoilt)
        m_text.append(QLatin1Char(character));
    return {};
}

} // namespace tongban::devices
