#pragma once

#include "Arguments.h"
#include "Recording.h"
#include "Song.h"
#include "TrackPlayer.h"
#include "Transport.h"

#include <juce_audio_processors/juce_audio_processors.h>

#include <atomic>
#include <vector>

// Plays the song through the plugin, block by block. The main thread prepares it; run is called on a thread of its own, as in any host.
class Runner : private juce::AudioPlayHead {
public:
    Runner(juce::AudioPluginInstance& plugin, const Song& song, const Arguments& arguments);
    ~Runner() override;

    void run();

    bool isDone() const { return _done; }
    double seconds() const { return static_cast<double>(_frames) / _arguments.sampleRate; }
    int eventsPlayed() const { return _track.eventsPlayed(); }
    const Recording& recording() const { return _recording; }

private:
    juce::Optional<PositionInfo> getPosition() const override { return _position; }

    // A parameter that moves when the song passes a sample.
    struct Move {
        double songSample;
        juce::AudioProcessorParameter* parameter;
        float normalized;
        bool done;
    };

    void play(const Piece& piece);
    void move(const Piece& piece);
    void waitFor(int64_t time, double begun) const;

    juce::AudioPluginInstance& _plugin;
    const Arguments& _arguments;
    Transport _transport;
    TrackPlayer _track;
    Recording _recording;
    juce::AudioBuffer<float> _audio;
    PositionInfo _position;
    std::vector<Move> _moves;
    int64_t _frames;
    std::atomic<bool> _done{false};
};
