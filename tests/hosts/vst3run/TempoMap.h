#pragma once

#include <vector>

struct TempoChange {
    double beat;
    double bpm;
};

// Maps seconds of the song to beats (quarter notes).
class TempoMap {
public:
    // Before the first change the tempo is 120. Of several changes on one beat the last holds.
    explicit TempoMap(std::vector<TempoChange> changes);

    double bpmAt(double second) const;
    double beatAt(double second) const;
    double secondAt(double beat) const;

private:
    struct Stretch {
        double beat;
        double second;
        double bpm;
    };

    const Stretch& stretchAtSecond(double second) const;
    const Stretch& stretchAtBeat(double beat) const;

    std::vector<Stretch> _stretches;
};
