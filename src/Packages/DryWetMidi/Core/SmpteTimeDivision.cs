using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class SmpteTimeDivision : TimeDivision
{
    public SmpteTimeDivision(SmpteFormat format, byte resolution)
    {
        Format = Check.Defined(format);
        Resolution = resolution;
    }

    public SmpteFormat Format { get; }

    public byte Resolution { get; }

    internal override short Word => (short)(-(int)Format << 8 | Resolution);
}
