#include "Song.h"

#include <algorithm>
#include <stdexcept>

namespace {

juce::MidiFile readMidiFile(const std::string& path) {
    juce::FileInputStream stream(juce::File::getCurrentWorkingDirectory().getChildFile(path));
    juce::MidiFile file;
    if (!stream.openedOk() || !file.readFrom(stream, false))
        throw std::runtime_error(path + " cannot be read as a MIDI file.");
    if (file.getTimeFormat() <= 0)
        throw std::runtime_error(path + " counts film frames; give a MIDI file that counts ticks of a quarter note.");
    return file;
}

}

Song Song::read(const Arguments& arguments) {
    std::vector<TempoChange> tempi;
    std::vector<SongEvent> events;
    Meter meter;
    double endBeat = 0;
    if (!arguments.midi.empty()) {
        const auto file = readMidiFile(arguments.midi);
        for (int track = 0; track < file.getNumTracks(); track++) {
            for (const auto* event : *file.getTrack(track)) {
                const auto& message = event->message;
                const double beat = message.getTimeStamp() / file.getTimeFormat();
                endBeat = std::max(endBeat, beat);
                if (message.isTempoMetaEvent())
                    tempi.push_back({beat, 60 / message.getTempoSecondsPerQuarterNote()});
                else if (message.isTimeSignatureMetaEvent() && beat == 0)
                    message.getTimeSignatureInfo(meter.numerator, meter.denominator);
                else if (!message.isMetaEvent())
                    events.push_back({beat, message});
            }
        }
    }
    std::stable_sort(events.begin(), events.end(), [](const SongEvent& a, const SongEvent& b) { return a.beat < b.beat; });
    if (arguments.tempo)
        tempi = {{0, *arguments.tempo}};
    return {TempoMap(tempi), arguments.meter.value_or(meter), events, endBeat};
}
