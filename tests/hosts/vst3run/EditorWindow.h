#pragma once

#include "Edits.h"

#include <juce_audio_processors/juce_audio_processors.h>

#include <memory>

// The plugin's editor in a window of its own.
class EditorWindow : public juce::DocumentWindow {
public:
    // Throws std::runtime_error if the plugin has no editor.
    // edits: hears of the keys that the editor leaves to the host; may be null.
    EditorWindow(juce::AudioPluginInstance& plugin, float scale, Edits* edits);
    ~EditorWindow() override;

    void closeButtonPressed() override {}
    bool keyPressed(const juce::KeyPress& key) override;

    // JUCE ignores X errors in its applications only; in other programs Xlib's handler would end the process.
    static void ignoreXErrors();

private:
    std::unique_ptr<juce::AudioProcessorEditor> _editor;
    Edits* _edits;
};
