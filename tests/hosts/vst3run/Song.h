#pragma once

#include "Arguments.h"
#include "Meter.h"
#include "TempoMap.h"

#include <juce_audio_basics/juce_audio_basics.h>

#include <vector>

struct SongEvent {
    double beat;
    juce::MidiMessage message;
};

// The host's track, with its tempo and meter.
struct Song {
    // The song of a command line: its MIDI file, if there is one, with the tempo and meter of the options.
    static Song read(const Arguments& arguments);

    TempoMap tempo;
    Meter meter;
    std::vector<SongEvent> events;
    double endBeat;
};
