using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class SmpteTimeDivision : TimeDivision
{
    public SmpteTimeDivision(SmpteFormat format, byte resolution)
        : this(resolution, Check.Defined(format))
    {
    }

    private SmpteTimeDivision(byte resolution, SmpteFormat format)
    {
        Format = format;
        Resolution = resolution;
    }

    public SmpteFormat Format { get; }

    public byte Resolution { get; }

    internal override short Word => (short)(-(int)Format << 8 | Resolution);

    /// <summary>A division as a file states it: a frame rate outside the standard four is kept, not refused.</summary>
    internal static SmpteTimeDivision FromHeader(int framesPerSecond, byte resolution) => new(resolution, (SmpteFormat)framesPerSecond);

    public override TimeDivision Clone() => new SmpteTimeDivision(Resolution, Format);

    public static bool operator ==(SmpteTimeDivision timeDivision1, SmpteTimeDivision timeDivision2) =>
        Equals(timeDivision1, timeDivision2);

    public static bool operator !=(SmpteTimeDivision timeDivision1, SmpteTimeDivision timeDivision2) =>
        !Equals(timeDivision1, timeDivision2);

    public override bool Equals(object obj) => obj is SmpteTimeDivision other && other.Format == Format && other.Resolution == Resolution;

    public override int GetHashCode() => Word.GetHashCode();

    public override string ToString() => $"{(int)Format} frames/sec, {Resolution} subdivisions/frame";
}
