#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

#include <string>

// Another program's window, into which files are dropped; it prints their paths, a line each.
class DropWindow : public juce::Component, public juce::FileDragAndDropTarget {
public:
    // A window at this place of the screen.
    explicit DropWindow(juce::Rectangle<int> place);

    bool isInterestedInFileDrag(const juce::StringArray&) override { return true; }
    void filesDropped(const juce::StringArray& files, int x, int y) override;
    void paint(juce::Graphics& graphics) override { graphics.fillAll(juce::Colours::darkgreen); }
};
