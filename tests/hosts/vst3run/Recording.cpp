#include "Recording.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <stdexcept>

namespace {

constexpr int ticksPerBeat = 960;
constexpr double beatsPerSecond = 2;

}

void Recording::take(const Piece& piece, const Transport& transport, const juce::MidiBuffer& events, const juce::AudioBuffer<float>& audio) {
    for (const auto event : events) {
        const int offset = event.samplePosition;
        _events.push_back({piece.time + offset, transport.beatOf(piece.songSampleAt(offset)), offset, event.getMessage()});
    }
    for (int channel = 0; channel < audio.getNumChannels(); channel++) {
        for (int frame = 0; frame < audio.getNumSamples(); frame++) {
            const float sample = audio.getSample(channel, frame);
            if (std::isfinite(sample))
                _audioPeak = std::max(_audioPeak, std::abs(sample));
            else
                _brokenAudio = true;
        }
    }
}

void Recording::takeProcessTime(double microseconds) {
    _blocks++;
    _processMicroseconds += microseconds;
    _worstMicroseconds = std::max(_worstMicroseconds, microseconds);
}

void Recording::writeLines(const std::string& path) const {
    std::ofstream file(path);
    for (const auto& event : _events) {
        char position[100];
        std::snprintf(position, sizeof position, "{\"sample\":%lld,\"beat\":%.6f,\"offset\":%d", static_cast<long long>(event.time), event.beat, event.offset);
        file << position << ",\"bytes\":\"" << juce::String::toHexString(event.message.getRawData(), event.message.getRawDataSize())
             << "\",\"text\":\"" << event.message.getDescription() << "\"}\n";
    }
    if (!file.flush())
        throw std::runtime_error(path + " cannot be written.");
}

void Recording::writeMidiFile(const std::string& path) const {
    juce::MidiMessageSequence track;
    track.addEvent(juce::MidiMessage::tempoMetaEvent(static_cast<int>(1e6 / beatsPerSecond)));
    for (const auto& event : _events)
        track.addEvent(event.message.withTimeStamp(static_cast<double>(event.time) / _sampleRate * beatsPerSecond * ticksPerBeat));

    juce::MidiFile file;
    file.setTicksPerQuarterNote(ticksPerBeat);
    file.addTrack(track);
    const auto target = juce::File::getCurrentWorkingDirectory().getChildFile(path);
    target.deleteFile();
    juce::FileOutputStream stream(target);
    if (!stream.openedOk() || !file.writeTo(stream))
        throw std::runtime_error(path + " cannot be written.");
}

std::string Recording::summary() const {
    char text[200];
    std::snprintf(text, sizeof text, "%lld blocks, %zu events out, audio peak %g%s, process %.1f us mean, %.1f us worst", static_cast<long long>(_blocks),
        _events.size(), _audioPeak, _brokenAudio ? " and samples that are NaN or infinite" : "",
        _processMicroseconds / static_cast<double>(std::max<int64_t>(1, _blocks)), _worstMicroseconds);
    return text;
}
