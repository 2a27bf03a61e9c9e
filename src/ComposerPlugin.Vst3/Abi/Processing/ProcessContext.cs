using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>
/// The host's transport at the first sample frame of a block (Vst::ProcessContext). Only fields whose flag is set are valid.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct ProcessContext
{
    /// <summary>Transport state and valid fields.</summary>
    public ContextFlags State;

    /// <summary>Sample rate in hertz. Always valid.</summary>
    public double SampleRate;

    /// <summary>Song position in sample frames. Always valid.</summary>
    public long ProjectTimeSamples;

    /// <summary>System time in nanoseconds.</summary>
    public long SystemTime;

    /// <summary>Sample frames from any origin, continuous across jumps and cycles.</summary>
    public long ContinuousTimeSamples;

    /// <summary>Song position in quarter notes.</summary>
    public double ProjectTimeMusic;

    /// <summary>Position of the last bar line in quarter notes.</summary>
    public double BarPositionMusic;

    /// <summary>Start of the cycle in quarter notes.</summary>
    public double CycleStartMusic;

    /// <summary>End of the cycle in quarter notes.</summary>
    public double CycleEndMusic;

    /// <summary>Quarter notes per minute.</summary>
    public double Tempo;

    /// <summary>Upper number of the time signature.</summary>
    public int TimeSignatureNumerator;

    /// <summary>Lower number of the time signature.</summary>
    public int TimeSignatureDenominator;

    /// <summary>Key note of the chord, 0 to 11.</summary>
    public byte ChordKeyNote;

    /// <summary>Lowest note of the chord, 0 to 11.</summary>
    public byte ChordRootNote;

    /// <summary>Bit n-1 is set if the chord holds the note n semitones above the key note.</summary>
    public short ChordMask;

    /// <summary>SMPTE offset in 1/80 of a frame.</summary>
    public int SmpteOffsetSubframes;

    /// <summary>Picture frames per second.</summary>
    public uint FramesPerSecond;

    /// <summary>Bit 0: pull-down rate; bit 1: drop frames.</summary>
    public uint FrameRateFlags;

    /// <summary>Sample frames to the nearest MIDI clock (24 per quarter note); may be negative.</summary>
    public int SamplesToNextClock;
}
