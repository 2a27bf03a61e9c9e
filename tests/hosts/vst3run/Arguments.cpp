#include "Arguments.h"

#include <cmath>
#include <functional>
#include <map>
#include <stdexcept>
#include <utility>

const char* const Arguments::usage = R"(vst3run PLUGIN.vst3 [options]: plays a MIDI file into a VST3 plugin and records its output.

input
  --list             only name the plugin's classes: name, categories, version, audio inputs, audio outputs
  --class NAME       the class to play (the first)
  --midi FILE        a MIDI file of type 0 or 1, its first note at the song's start
  --tempo BPM        instead of the file's tempi
  --timesig N/D      instead of the file's first time signature (4/4); later ones are not followed
  --set NAME=VALUE   a parameter by name or number, 0 to 1; may be given several times
  --move BEAT:NAME=VALUE  a parameter that is set in the block in which the song first passes a beat; may be given several times
host
  --sr HERTZ         sample rate (48000)
  --block FRAMES     length of a block (512)
  --vary-block       random lengths from 1 to the length of a block, the same in every run
  --realtime         plays at the speed of the clock, in realtime mode; otherwise renders offline
  --seconds S        length of the run (the file's, and two seconds more)
  --start-beat B     the song's first beat
  --loop B:B         a loop, from beat to beat
  --stopped          the song never plays
  --play-from S      when the song starts (0)
  --stop-at S        when it stops
output
  --out FILE         the events, a line of JSON each
  --outmid FILE      the events as a MIDI file, in seconds of the run
  --params           print the parameters before the run: number, name, value, text
  --load-state FILE  loads a state before the run
  --save-state FILE  saves the state after it
  --editor S         show the plugin's window for at least so long
  --editor-scale F   the scale of its content (1)
  --edits FILE       what the window tells the host, a line of JSON each: gestures, values, keys
  --drop-target X,Y  no plugin: a window of 200 x 200 there, which prints what is dropped into it, for as long as --editor says
)";

namespace {

double number(const std::string& option, const std::string& text) {
    size_t used = 0;
    double value = 0;
    try {
        value = std::stod(text, &used);
    } catch (const std::logic_error&) {
        used = 0;
    }
    if (text.empty() || used != text.size() || !std::isfinite(value))
        throw std::runtime_error(option + " " + text + ": give a number.");
    return value;
}

double positive(const std::string& option, const std::string& text) {
    double value = number(option, text);
    if (value <= 0)
        throw std::runtime_error(option + " " + text + ": give a number above 0.");
    return value;
}

// The two sides of a text such as 6/8, 2:4 or Seed=0.5.
std::pair<std::string, std::string> sides(const std::string& option, const std::string& text, char between) {
    size_t split = text.rfind(between);
    if (split == std::string::npos)
        throw std::runtime_error(option + " " + text + ": give two parts with " + between + " between them.");
    return {text.substr(0, split), text.substr(split + 1)};
}

Meter toMeter(const std::string& option, const std::string& text) {
    auto [numerator, denominator] = sides(option, text, '/');
    return {static_cast<int>(positive(option, numerator)), static_cast<int>(positive(option, denominator))};
}

Arguments::Loop toLoop(const std::string& option, const std::string& text) {
    auto [start, end] = sides(option, text, ':');
    Arguments::Loop loop{number(option, start), number(option, end)};
    if (loop.endBeat <= loop.startBeat)
        throw std::runtime_error(option + " " + text + ": the end must be after the start.");
    return loop;
}

Arguments::Setting toSetting(const std::string& option, const std::string& text) {
    auto [name, value] = sides(option, text, '=');
    return {name, static_cast<float>(number(option, value))};
}

Arguments::Move toMove(const std::string& option, const std::string& text) {
    auto [beat, setting] = sides(option, text, ':');
    return {number(option, beat), toSetting(option, setting)};
}

std::pair<int, int> toPlace(const std::string& option, const std::string& text) {
    auto [x, y] = sides(option, text, ',');
    return {static_cast<int>(number(option, x)), static_cast<int>(number(option, y))};
}

}

Arguments Arguments::parse(int count, char** words) {
    Arguments asked;
    std::string option;
    const std::map<std::string, bool*> flags = {
        {"--list", &asked.list},
        {"--vary-block", &asked.varyBlock},
        {"--realtime", &asked.realtime},
        {"--stopped", &asked.stopped},
        {"--params", &asked.parameters},
    };
    const std::map<std::string, std::string*> texts = {
        {"--class", &asked.className},
        {"--midi", &asked.midi},
        {"--out", &asked.out},
        {"--outmid", &asked.outMidi},
        {"--load-state", &asked.loadState},
        {"--save-state", &asked.saveState},
        {"--edits", &asked.edits},
    };
    const std::map<std::string, std::function<void(const std::string&)>> values = {
        {"--sr", [&](auto& text) { asked.sampleRate = positive(option, text); }},
        {"--block", [&](auto& text) { asked.block = static_cast<int>(positive(option, text)); }},
        {"--tempo", [&](auto& text) { asked.tempo = positive(option, text); }},
        {"--timesig", [&](auto& text) { asked.meter = toMeter(option, text); }},
        {"--start-beat", [&](auto& text) { asked.startBeat = number(option, text); }},
        {"--loop", [&](auto& text) { asked.loop = toLoop(option, text); }},
        {"--seconds", [&](auto& text) { asked.seconds = positive(option, text); }},
        {"--play-from", [&](auto& text) { asked.playFrom = number(option, text); }},
        {"--stop-at", [&](auto& text) { asked.stopAt = number(option, text); }},
        {"--set", [&](auto& text) { asked.settings.push_back(toSetting(option, text)); }},
        {"--move", [&](auto& text) { asked.moves.push_back(toMove(option, text)); }},
        {"--editor-scale", [&](auto& text) { asked.editorScale = static_cast<float>(positive(option, text)); }},
        {"--drop-target", [&](auto& text) { asked.dropTarget = toPlace(option, text); }},
        {"--editor", [&](auto& text) { asked.editorSeconds = positive(option, text); }},
    };
    for (int index = 1; index < count; index++) {
        option = words[index];
        if (option.rfind("--", 0) != 0) {
            if (!asked.plugin.empty())
                throw std::runtime_error(option + ": only one plugin can be played.");
            asked.plugin = option;
        } else if (auto flag = flags.find(option); flag != flags.end()) {
            *flag->second = true;
        } else {
            auto text = texts.find(option);
            auto value = values.find(option);
            if (text == texts.end() && value == values.end())
                throw std::runtime_error(option + " is not an option; --help lists them.");
            if (index + 1 == count)
                throw std::runtime_error(option + " needs a value.");
            index++;
            if (text != texts.end())
                *text->second = words[index];
            else
                value->second(words[index]);
        }
    }
    if (asked.plugin.empty() && !asked.dropTarget)
        throw std::runtime_error("Name a plugin: vst3run PLUGIN.vst3; --help lists the options.");
    return asked;
}
