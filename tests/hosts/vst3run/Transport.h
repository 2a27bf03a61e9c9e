#pragma once

#include "Arguments.h"
#include "Song.h"

#include <juce_audio_basics/juce_audio_basics.h>

#include <cstdint>
#include <optional>

// Part of a block, or all of it, in which the song plays without a jump, or is stopped.
struct Piece {
    int64_t time;       // of its first frame, in frames since the run began
    int frames;
    double songSample;  // where the song is at its first frame
    bool playing;
    bool jumped;        // the song has stopped or jumped since the piece before

    double songSampleAt(int offset) const { return playing ? songSample + offset : songSample; }

    // The first frame at or after a position of the song. It may be outside the piece.
    int64_t offsetOf(double songSampleSought) const;
};

// The song position of every frame. Positions are computed from frame counts, never accumulated, so they do not depend on block sizes.
class Transport {
public:
    Transport(const Song& song, const Arguments& arguments);

    // The next piece, of at most so many frames: it ends early where the song starts, stops or jumps.
    Piece next(int frames);

    // The host's position info for a piece.
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
    // The song was at this sample at this time, and has played or been stopped since.
    int64_t _anchorTime = 0;
    double _anchorSample = 0;
};
