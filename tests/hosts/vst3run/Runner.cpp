#include "Runner.h"

#include "Plugin.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double secondsAfterTheSong = 2;

}

Runner::Runner(juce::AudioPluginInstance& plugin, const Song& song, const Arguments& arguments)
    : _plugin(plugin),
      _arguments(arguments),
      _transport(song, arguments),
      _track(song, _transport),
      _recording(arguments.sampleRate),
      _audio(std::max(plugin.getTotalNumInputChannels(), plugin.getTotalNumOutputChannels()), arguments.block) {
    const double songSeconds = std::max(0.0, song.tempo.secondAt(song.endBeat) - song.tempo.secondAt(arguments.startBeat));
    _frames = std::llround(arguments.seconds.value_or(songSeconds + secondsAfterTheSong) * arguments.sampleRate);
    for (const auto& move : arguments.moves)
        _moves.push_back({_transport.songSampleOf(move.beat), &findParameter(plugin, move.setting.parameter), move.setting.normalized, false});
    plugin.setPlayHead(this);
    // Before prepareToPlay, which passes it on: a plugin that renders offline may wait in every block.
    plugin.setNonRealtime(!arguments.realtime);
    plugin.setRateAndBufferSizeDetails(arguments.sampleRate, arguments.block);
    plugin.prepareToPlay(arguments.sampleRate, arguments.block);
}

Runner::~Runner() {
    _plugin.releaseResources();
    _plugin.setPlayHead(nullptr);
}

void Runner::run() {
    juce::Random random(1);
    const double begun = juce::Time::getMillisecondCounterHiRes();
    for (int64_t time = 0; time < _frames;) {
        const int block = _arguments.varyBlock ? 1 + random.nextInt(_arguments.block) : _arguments.block;
        const auto end = std::min(time + block, _frames);
        while (time < end) {
            const auto piece = _transport.next(static_cast<int>(end - time));
            play(piece);
            time += piece.frames;
        }
        if (_arguments.realtime)
            waitFor(time, begun);
    }
    _done = true;
}

void Runner::play(const Piece& piece) {
    _position = _transport.position(piece);
    move(piece);
    juce::MidiBuffer events;
    _track.play(piece, events);
    juce::AudioBuffer<float> audio(_audio.getArrayOfWritePointers(), _audio.getNumChannels(), piece.frames);
    audio.clear();

    const auto begun = juce::Time::getHighResolutionTicks();
    _plugin.processBlock(audio, events);
    const auto ended = juce::Time::getHighResolutionTicks();

    _recording.takeProcessTime(juce::Time::highResolutionTicksToSeconds(ended - begun) * 1e6);
    _recording.take(piece, _transport, events, audio);
}

void Runner::move(const Piece& piece) {
    for (auto& move : _moves) {
        if (move.done || !piece.playing || move.songSample < piece.songSample || move.songSample >= piece.songSampleAt(piece.frames))
            continue;
        move.parameter->setValue(move.normalized);
        move.done = true;
    }
}

void Runner::waitFor(int64_t time, double begun) const {
    const double due = begun + static_cast<double>(time) * 1000 / _arguments.sampleRate;
    const double now = juce::Time::getMillisecondCounterHiRes();
    if (due > now)
        juce::Thread::sleep(static_cast<int>(due - now));
}
