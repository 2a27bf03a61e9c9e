#include "EditorWindow.h"

#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <stdexcept>

EditorWindow::EditorWindow(juce::AudioPluginInstance& plugin)
    : DocumentWindow(plugin.getName(), juce::Colours::grey, 0), _editor(plugin.createEditorIfNeeded()) {
    if (_editor == nullptr)
        throw std::runtime_error("The plugin has no editor.");
    setUsingNativeTitleBar(false);
    setContentNonOwned(_editor.get(), true);
    setTopLeftPosition(20, 20);
    setVisible(true);
    std::fprintf(stderr, "editor: %d x %d, %s\n", _editor->getWidth(), _editor->getHeight(), _editor->isResizable() ? "resizable" : "of fixed size");
}

EditorWindow::~EditorWindow() {
    clearContentComponent();
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
