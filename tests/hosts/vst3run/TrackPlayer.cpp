#include "TrackPlayer.h"

TrackPlayer::TrackPlayer(const Song& song, const Transport& transport) : _song(song), _transport(transport) {
}

void TrackPlayer::play(const Piece& piece, juce::MidiBuffer& buffer) {
    if (piece.jumped) {
        for (const auto& [channel, pitch] : _sounding)
            buffer.addEvent(juce::MidiMessage::noteOff(channel, pitch), 0);
        _sounding.clear();
    }
    if (!piece.playing)
        return;
    for (const auto& event : _song.events) {
        const auto offset = piece.offsetOf(_transport.songSampleOf(event.beat));
        if (offset < 0 || offset >= piece.frames || !sounds(event.message))
            continue;
        buffer.addEvent(event.message, static_cast<int>(offset));
        _eventsPlayed++;
    }
}

bool TrackPlayer::sounds(const juce::MidiMessage& message) {
    const std::pair<int, int> note{message.getChannel(), message.getNoteNumber()};
    if (message.isNoteOn())
        _sounding.insert(note);
    else if (message.isNoteOff())
        return _sounding.erase(note) > 0;
    return true;
}
