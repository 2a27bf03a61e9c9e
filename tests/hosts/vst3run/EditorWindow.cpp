#include "EditorWindow.h"

#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <stdexcept>

EditorWindow::EditorWindow(juce::AudioPluginInstance& plugin, float scale, Edits* edits)
    : DocumentWindow(plugin.getName(), juce::Colours::grey, 0), _editor(plugin.createEditorIfNeeded()), _edits(edits) {
    if (_editor == nullptr)
        throw std::runtime_error("The plugin has no editor.");
    setUsingNativeTitleBar(false);
    _editor->setScaleFactor(scale);
    setContentNonOwned(_editor.get(), true);
    setTopLeftPosition(20, 20);
    setVisible(true);
    const auto place = _editor->getScreenBounds();
    std::fprintf(stderr, "editor: %d x %d at %d, %d, %s\n", place.getWidth(), place.getHeight(), place.getX(), place.getY(),
        _editor->isResizable() ? "resizable" : "of fixed size");
}

EditorWindow::~EditorWindow() {
    clearContentComponent();
}

bool EditorWindow::keyPressed(const juce::KeyPress& key) {
    if (_edits != nullptr)
        _edits->key(key);
    return true;
}

void EditorWindow::ignoreXErrors() {
    if (std::getenv("DISPLAY") == nullptr)
        return;
    using Handler = int (*)(void* display, void* event);
    // JUCE, too, loads Xlib only when it runs.
    void* library = dlopen("libX11.so.6", RTLD_NOW | RTLD_GLOBAL);
    auto setHandler = library == nullptr ? nullptr : reinterpret_cast<void* (*)(Handler)>(dlsym(library, "XSetErrorHandler"));
    if (setHandler != nullptr)
        setHandler([](void*, void*) { return 0; });
}
