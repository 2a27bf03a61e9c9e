#include "Transport.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

// Positions this close after a frame, in frames, are on it: they come from arithmetic on doubles.
constexpr double close = 1e-6;

int64_t frameAt(double time) {
    return static_cast<int64_t>(std::ceil(time - close));
}

int64_t framesIn(double seconds, double sampleRate) {
    return std::isinf(seconds) ? std::numeric_limits<int64_t>::max() : frameAt(seconds * sampleRate);
}

}

int64_t Piece::offsetOf(double songSampleSought) const {
    return frameAt(songSampleSought - songSample);
}

Transport::Transport(const Song& song, const Arguments& arguments)
    : _song(song),
      _sampleRate(arguments.sampleRate),
      _loop(arguments.loop),
      _startTime(framesIn(arguments.playFrom, arguments.sampleRate)),
      _stopTime(arguments.stopped ? 0 : framesIn(arguments.stopAt, arguments.sampleRate)),
      _anchorSample(songSampleOf(arguments.startBeat)) {
}

Piece Transport::next(int frames) {
    const bool playing = _time >= _startTime && _time < _stopTime;
    if (playing != _playing) {
        moveTo(songSample());
        _playing = playing;
        _jumped = true;
    }
    Piece piece{_time, frames, songSample(), playing, _jumped};
    _jumped = false;

    for (int64_t change : {_startTime, _stopTime}) {
        if (change > _time)
            piece.frames = static_cast<int>(std::min<int64_t>(piece.frames, change - _time));
    }
    // Hosts keep playing after the end of a loop.
    const double loopEnd = _loop ? songSampleOf(_loop->endBeat) : 0;
    const bool wraps = playing && _loop && piece.offsetOf(loopEnd) > 0 && piece.offsetOf(loopEnd) <= piece.frames;
    if (wraps)
        piece.frames = static_cast<int>(piece.offsetOf(loopEnd));
    _time += piece.frames;
    if (wraps) {
        moveTo(songSample() - (loopEnd - songSampleOf(_loop->startBeat)));
        _jumped = true;
    }
    return piece;
}

juce::AudioPlayHead::PositionInfo Transport::position(const Piece& piece) const {
    const double second = piece.songSample / _sampleRate;
    const double beat = beatOf(piece.songSample);
    const double bar = std::floor(beat / _song.meter.barBeats() + 1e-9);

    juce::AudioPlayHead::PositionInfo position;
    position.setIsPlaying(piece.playing);
    position.setBpm(_song.tempo.bpmAt(second));
    position.setTimeSignature(juce::AudioPlayHead::TimeSignature{_song.meter.numerator, _song.meter.denominator});
    position.setTimeInSamples(std::llround(piece.songSample));
    position.setTimeInSeconds(second);
    position.setPpqPosition(beat);
    position.setPpqPositionOfLastBarStart(bar * _song.meter.barBeats());
    position.setBarCount(static_cast<int64_t>(bar));
    position.setHostTimeNs(static_cast<uint64_t>(piece.time * 1e9 / _sampleRate));
    position.setIsLooping(_loop.has_value());
    if (_loop)
        position.setLoopPoints(juce::AudioPlayHead::LoopPoints{_loop->startBeat, _loop->endBeat});
    return position;
}

double Transport::songSampleOf(double beat) const {
    return _song.tempo.secondAt(beat) * _sampleRate;
}

double Transport::beatOf(double songSample) const {
    return _song.tempo.beatAt(songSample / _sampleRate);
}

double Transport::songSample() const {
    return _playing ? _anchorSample + static_cast<double>(_time - _anchorTime) : _anchorSample;
}

void Transport::moveTo(double songSample) {
    _anchorTime = _time;
    _anchorSample = songSample;
}
