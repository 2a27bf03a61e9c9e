namespace Melanchall.DryWetMidi.Core;

public enum MidiFileFormat : ushort
{
    SingleTrack = 0,
    MultiTrack = 1,
    MultiSequence = 2,
}
