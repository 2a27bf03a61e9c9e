using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public static class MidiFileUtilities
{
    public static IEnumerable<FourBitNumber> GetChannels(this MidiFile midiFile) => midiFile.GetTrackChunks().GetChannels();
}
