#include "Arguments.h"
#include "DropWindow.h"
#include "EditorWindow.h"
#include "Plugin.h"
#include "Runner.h"
#include "Song.h"

#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <thread>

namespace {

// The song plays on a thread of its own while this one, as in any host, runs the message loop and the editor.
void play(Runner& runner, double editorSeconds) {
    const double closing = juce::Time::getMillisecondCounterHiRes() + editorSeconds * 1000;
    std::thread audio([&] { runner.run(); });
    while (!runner.isDone() || juce::Time::getMillisecondCounterHiRes() < closing)
        runMessages(10);
    audio.join();
}

int run(const Arguments& arguments) {
    EditorWindow::ignoreXErrors();
    juce::ScopedJuceInitialiser_GUI juce;
    if (arguments.dropTarget) {
        const DropWindow window({arguments.dropTarget->first, arguments.dropTarget->second, 200, 200});
        runMessages(static_cast<int>(arguments.editorSeconds * 1000));
        return 0;
    }
    const PluginLibrary library(arguments.plugin);
    if (arguments.list) {
        library.list();
        return 0;
    }
    const auto song = Song::read(arguments);
    const auto plugin = library.create(arguments);
    Runner runner(*plugin, song, arguments);
    runMessages(30);
    if (arguments.parameters)
        listParameters(*plugin);

    std::unique_ptr<Edits> edits;
    if (!arguments.edits.empty())
        edits = std::make_unique<Edits>(*plugin, arguments.edits);
    std::unique_ptr<EditorWindow> window;
    if (arguments.editorSeconds > 0)
        window = std::make_unique<EditorWindow>(*plugin, arguments.editorScale, edits.get());
    play(runner, arguments.editorSeconds);
    window.reset();
    edits.reset();

    if (!arguments.saveState.empty())
        saveState(*plugin, arguments.saveState);
    if (!arguments.out.empty())
        runner.recording().writeLines(arguments.out);
    if (!arguments.outMidi.empty())
        runner.recording().writeMidiFile(arguments.outMidi);
    std::fprintf(stderr, "%s: %g s, %d events in, %s\n", plugin->getName().toRawUTF8(), runner.seconds(), runner.eventsPlayed(), runner.recording().summary().c_str());
    return runner.recording().hasBrokenAudio() ? 1 : 0;
}

}

int main(int count, char** words) {
    if (count > 1 && std::strcmp(words[1], "--help") == 0) {
        std::fputs(Arguments::usage, stdout);
        return 0;
    }
    try {
        return run(Arguments::parse(count, words));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "vst3run: %s\n", error.what());
        return 2;
    }
}
