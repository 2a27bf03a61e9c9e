using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Interaction;

public interface IMusicalObject
{
    FourBitNumber Channel { get; }
}
