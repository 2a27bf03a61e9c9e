#pragma once

#include "Meter.h"

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// The options of the command line. Beats are quarter notes of the song; seconds are those since the run began.
struct Arguments {
    struct Setting {
        std::string parameter;
        float normalized;
    };

    // A parameter that moves when the song passes a beat.
    struct Move {
        double beat;
        Setting setting;
    };

    struct Loop {
        double startBeat;
        double endBeat;
    };

    static const char* const usage;

    // Throws std::runtime_error if an option or value is invalid.
    static Arguments parse(int count, char** words);

    std::string plugin;
    bool list = false;
    std::string className;

    std::string midi;
    std::string out;
    std::string outMidi;

    double sampleRate = 48000;
    int block = 512;
    bool varyBlock = false;
    bool realtime = false;

    std::optional<double> tempo;
    std::optional<Meter> meter;
    double startBeat = 0;
    std::optional<Loop> loop;
    std::optional<double> seconds;
    bool stopped = false;
    double playFrom = 0;
    double stopAt = std::numeric_limits<double>::infinity();

    std::vector<Setting> settings;
    std::vector<Move> moves;
    bool parameters = false;
    std::string loadState;
    std::string saveState;
    double editorSeconds = 0;
    float editorScale = 1;
    std::string edits;
    std::optional<std::pair<int, int>> dropTarget;
};
