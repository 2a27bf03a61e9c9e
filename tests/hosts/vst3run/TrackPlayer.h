#pragma once

#include "Song.h"
#include "Transport.h"

#include <set>
#include <utility>

// Plays the song's events as the transport passes them. Like a sequencer, it ends the notes that sound when the song stops or jumps,
// and leaves out the end of a note whose beginning was not played.
class TrackPlayer {
public:
    TrackPlayer(const Song& song, const Transport& transport);

    // What falls into a piece, at offsets from its first frame.
    void play(const Piece& piece, juce::MidiBuffer& buffer);

    int eventsPlayed() const { return _eventsPlayed; }

private:
    bool sounds(const juce::MidiMessage& message);

    const Song& _song;
    const Transport& _transport;
    std::set<std::pair<int, int>> _sounding;  // channel and pitch
    int _eventsPlayed = 0;
};
