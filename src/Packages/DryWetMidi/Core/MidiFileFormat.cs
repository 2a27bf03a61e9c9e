namespace Melanchall.DryWetMidi.Core;

public enum MidiFileFormat : ushort
{
    MultiTrack = 1,
}
