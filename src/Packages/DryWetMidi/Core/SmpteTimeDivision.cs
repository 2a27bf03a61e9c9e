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

    public override TimeDivision Clone() => new SmpteTimeDivision(Format, Resolution);

    public static bool operator ==(SmpteTimeDivision timeDivision1, SmpteTimeDivision timeDivision2) =>
        Equals(timeDivision1, timeDivision2);

    public static bool operator !=(SmpteTimeDivision timeDivision1, SmpteTimeDivision timeDivision2) =>
        !Equals(timeDivision1, timeDivision2);

    public override bool Equals(object obj) => obj is SmpteTimeDivision other && other.Format == Format && other.Resolution == Resolution;

    public override int GetHashCode() => Word.GetHashCode();

    public override string ToString() => $"{Format} frames / sec, {Resolution} subdivisions / frame";
}
