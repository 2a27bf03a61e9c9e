#pragma once

#include "Transport.h"

#include <juce_audio_basics/juce_audio_basics.h>

#include <cstdint>
#include <string>
#include <vector>

// The plugin's output in a run.
class Recording {
public:
    explicit Recording(double sampleRate) : _sampleRate(sampleRate) {}

    void take(const Piece& piece, const Transport& transport, const juce::MidiBuffer& events, const juce::AudioBuffer<float>& audio);
    void takeProcessTime(double microseconds);

    // A line of JSON for each event: frame since the run began, beat of the song, offset in its block, MIDI bytes and their description.
    void writeLines(const std::string& path) const;

    // A MIDI file whose time is that of the run, not of the song: a loop's passes follow each other.
    void writeMidiFile(const std::string& path) const;

    // One line of metrics.
    std::string summary() const;

    // Whether an audio sample was infinite or not a number.
    bool hasBrokenAudio() const { return _brokenAudio; }

private:
    struct Event {
        int64_t time;
        double beat;
        int offset;
        juce::MidiMessage message;
    };

    double _sampleRate;
    std::vector<Event> _events;
    float _audioPeak = 0;
    bool _brokenAudio = false;
    int64_t _blocks = 0;
    double _processMicroseconds = 0;
    double _worstMicroseconds = 0;
};
