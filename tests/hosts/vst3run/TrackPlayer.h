#pragma once

#include "Song.h"
#include "Transport.h"

#include <set>
#include <utility>

// Plays the song's events as the transport passes them. Like a sequencer, it ends the sounding notes when the song stops or jumps,
// and omits the note-off of a note that it did not play.
class TrackPlayer {
public:
    TrackPlayer(const Song& song, const Transport& transport);

    // Adds the events of a piece, at offsets from its first frame.
    void play(const Piece& piece, juce::MidiBuffer& buffer);

    int eventsPlayed() const { return _eventsPlayed; }

private:
    bool sounds(const juce::MidiMessage& message);

    const Song& _song;
    const Transport& _transport;
    std::set<std::pair<int, int>> _sounding;  // channel and pitch
    int _eventsPlayed = 0;
};
