using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public class Note
{
    internal Note(NoteEvent noteOn, long time, long length)
    {
        NoteNumber = noteOn.NoteNumber;
        Velocity = noteOn.Velocity;
        Channel = noteOn.Channel;
        Time = time;
        Length = length;
    }

    public long Time { get; }

    public long Length { get; }

    public SevenBitNumber NoteNumber { get; }

    public SevenBitNumber Velocity { get; }

    public FourBitNumber Channel { get; }
}
