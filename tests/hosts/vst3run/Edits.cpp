#include "Edits.h"

#include <stdexcept>

Edits::Edits(juce::AudioProcessor& plugin, const std::string& path) : _plugin(plugin), _file(std::fopen(path.c_str(), "w")) {
    if (_file == nullptr)
        throw std::runtime_error(path + " cannot be written.");
    _plugin.addListener(this);
}

Edits::~Edits() {
    _plugin.removeListener(this);
    std::fclose(_file);
}

void Edits::key(const juce::KeyPress& pressed) {
    std::fprintf(_file, "{\"key\": %s}\n", juce::JSON::toString(pressed.getTextDescription(), true).toRawUTF8());
    std::fflush(_file);
}

void Edits::audioProcessorParameterChanged(juce::AudioProcessor*, int parameter, float value) {
    write("set", parameter, value);
}

void Edits::audioProcessorParameterChangeGestureBegin(juce::AudioProcessor*, int parameter) {
    write("begin", parameter, {});
}

void Edits::audioProcessorParameterChangeGestureEnd(juce::AudioProcessor*, int parameter) {
    write("end", parameter, {});
}

// Called on the message thread: the window's edits are made there.
void Edits::write(const char* what, int parameter, const juce::var& value) {
    const auto name = juce::JSON::toString(_plugin.getParameters()[parameter]->getName(128), true);
    if (value.isVoid())
        std::fprintf(_file, "{\"%s\": %s}\n", what, name.toRawUTF8());
    else
        std::fprintf(_file, "{\"%s\": %s, \"value\": %.6f}\n", what, name.toRawUTF8(), static_cast<double>(value));
    std::fflush(_file);
}
