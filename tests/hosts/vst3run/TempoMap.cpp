#include "TempoMap.h"

#include <algorithm>

namespace {

// A position this close before a change is on it: positions are computed from sample counts.
constexpr double close = 1e-9;

}

TempoMap::TempoMap(std::vector<TempoChange> changes) {
    std::stable_sort(changes.begin(), changes.end(), [](const TempoChange& a, const TempoChange& b) { return a.beat < b.beat; });
    _stretches.push_back({0, 0, 120});
    for (const auto& change : changes) {
        const auto last = _stretches.back();
        if (change.beat <= last.beat)
            _stretches.back().bpm = change.bpm;
        else
            _stretches.push_back({change.beat, last.second + (change.beat - last.beat) * 60 / last.bpm, change.bpm});
    }
}

double TempoMap::bpmAt(double second) const {
    return stretchAtSecond(second).bpm;
}

double TempoMap::beatAt(double second) const {
    const auto& stretch = stretchAtSecond(second);
    return stretch.beat + (second - stretch.second) * stretch.bpm / 60;
}

double TempoMap::secondAt(double beat) const {
    const auto& stretch = stretchAtBeat(beat);
    return stretch.second + (beat - stretch.beat) * 60 / stretch.bpm;
}

const TempoMap::Stretch& TempoMap::stretchAtSecond(double second) const {
    size_t index = _stretches.size() - 1;
    while (index > 0 && _stretches[index].second > second + close)
        index--;
    return _stretches[index];
}

const TempoMap::Stretch& TempoMap::stretchAtBeat(double beat) const {
    size_t index = _stretches.size() - 1;
    while (index > 0 && _stretches[index].beat > beat + close)
        index--;
    return _stretches[index];
}
