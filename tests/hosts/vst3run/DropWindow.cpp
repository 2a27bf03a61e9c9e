#include "DropWindow.h"

#include <cstdio>

DropWindow::DropWindow(juce::Rectangle<int> place) {
    setBounds(place);
    setOpaque(true);
    addToDesktop(juce::ComponentPeer::windowIsTemporary);
    setVisible(true);
    std::puts("ready");
    std::fflush(stdout);
}

void DropWindow::filesDropped(const juce::StringArray& files, int, int) {
    for (const auto& file : files)
        std::printf("%s\n", file.toRawUTF8());
    std::fflush(stdout);
}
