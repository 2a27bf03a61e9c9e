#pragma once

#include "Arguments.h"
#include "Song.h"

#include <juce_audio_basics/juce_audio_basics.h>

#include <cstdint>
#include <optional>

// Part of a block, or all of it, in which the song runs without a jump, or stands.
struct Piece {
    int64_t time;       // of its first frame, in frames since the run began
    int frames;
    double songSample;  // where the song is at its first frame
    bool playing;
    bool jumped;        // the song has stopped or jumped since the piece before

    double songSampleAt(int offset) const { return playing ? songSample + offset : songSample; }

    // The first frame at or behind a position of the song. It may lie outside the piece.
    int64_t offsetOf(double songSampleSought) const;
};

// Where the song is at every frame. Positions are computed from frame counts and never added up, so block sizes do not show in them.
class Transport {
public:
    Transport(const Song& song, const Arguments& arguments);

    // The next piece, of at most so many frames: it ends early where the song starts, stops or jumps.
    Piece next(int frames);

    // What the host tells the plugin about a piece.
    juce::AudioPlayHead::PositionInfo position(const Piece& piece) const;

    double songSampleOf(double beat) const;
    double beatOf(double songSample) const;

private:
    double songSample() const;
    void moveTo(double songSample);

    const Song& _song;
    const double _sampleRate;
    const std::optional<Arguments::Loop> _loop;
    int64_t _startTime;
    int64_t _stopTime;

    int64_t _time = 0;
    bool _playing = false;
    bool _jumped = false;
    // The song was at this sample at this time, and has run on or stood since.
    int64_t _anchorTime = 0;
    double _anchorSample = 0;
};
