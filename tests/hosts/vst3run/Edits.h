#pragma once

#include <juce_audio_processors/juce_audio_processors.h>

#include <cstdio>
#include <memory>
#include <string>

// What the plugin's window tells the host, as it comes, a line of JSON each: gestures and values of parameters, and keys that the window
// leaves to the host.
class Edits : public juce::AudioProcessorListener {
public:
    // Writes to this file. Throws std::runtime_error if it cannot be written.
    Edits(juce::AudioProcessor& plugin, const std::string& path);
    ~Edits() override;

    void key(const juce::KeyPress& pressed);

    void audioProcessorParameterChanged(juce::AudioProcessor* plugin, int parameter, float value) override;
    void audioProcessorChanged(juce::AudioProcessor*, const ChangeDetails&) override {}
    void audioProcessorParameterChangeGestureBegin(juce::AudioProcessor* plugin, int parameter) override;
    void audioProcessorParameterChangeGestureEnd(juce::AudioProcessor* plugin, int parameter) override;

private:
    void write(const char* what, int parameter, const juce::var& value);

    juce::AudioProcessor& _plugin;
    std::FILE* _file;
};
