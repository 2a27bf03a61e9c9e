#pragma once

#include <juce_audio_processors/juce_audio_processors.h>

#include <memory>

// The plugin's editor in a window of its own.
class EditorWindow : public juce::DocumentWindow {
public:
    // Throws std::runtime_error if the plugin has no editor.
    explicit EditorWindow(juce::AudioPluginInstance& plugin);
    ~EditorWindow() override;

    void closeButtonPressed() override {}

    // JUCE ignores X errors in its applications only; in other programs Xlib's handler would end the process.
    static void ignoreXErrors();

private:
    std::unique_ptr<juce::AudioProcessorEditor> _editor;
};
