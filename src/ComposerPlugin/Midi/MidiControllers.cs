using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>
/// The hidden parameters by which hosts deliver MIDI controllers, channel pressure and pitch bend (IMidiMapping): one per controller and
/// channel. They are neither automatable nor saved; each change is sent to the output as an event.
/// </summary>
public static class MidiControllers
{
    /// <summary>The id of the first parameter; the others follow, channel by channel.</summary>
    public const uint FirstId = 1000;

    /// <summary>The VST3 controller number of channel pressure.</summary>
    public const int ChannelPressure = 128;

    /// <summary>The VST3 controller number of pitch bend.</summary>
    public const int PitchBend = 129;

    /// <summary>The controller number of the sustain pedal.</summary>
    public const int Sustain = 64;

    /// <summary>The controller number of the message that resets all controllers.</summary>
    public const int ResetAll = 121;

    /// <summary>The lowest value of a pedal that counts as down.</summary>
    public const int FirstDown = 64;

    /// <summary>The number of parameters per channel.</summary>
    public const int PerChannel = 130;

    /// <summary>The number of parameters.</summary>
    public const int Count = 16 * PerChannel;

    private const int HighestBend = (1 << 14) - 1;

    /// <summary>[any] The index of a controller, 0 to <see cref="Count"/> - 1.</summary>
    public static int IndexOf(int channel, int controller) => (channel * PerChannel) + controller;

    /// <summary>[any] The index of the controller with a parameter id; -1 for other ids.</summary>
    public static int IndexOf(uint id) => id - FirstId < Count ? (int)(id - FirstId) : -1;

    /// <summary>
    /// [any] The normalized default of a controller by the MIDI conventions, so that hosts that send all values at the start do not
    /// change the sound.
    /// </summary>
    public static double DefaultValue(int index) => (index % PerChannel) switch
    {
        PitchBend => (HighestBend + 1) / 2 / (double)HighestBend,
        7 => 100 / 127.0,
        8 or 10 or (>= 70 and <= 79) => 64 / 127.0,
        11 => 1,
        _ => 0,
    };

    /// <summary>
    /// [audio] Whether a controller ends notes by the MIDI conventions: all sound off, all notes off, and the modes, which imply it. With
    /// <see cref="ResetAll"/>, which comes with them when a musician or a host resets an instrument.
    /// </summary>
    public static bool EndsNotes(int controller) => controller is 120 or ResetAll or (>= 123 and <= 127);

    /// <summary>[main] The description of a parameter for hosts.</summary>
    public static ParameterInfo Describe(int index)
    {
        string name = $"MIDI channel {(index / PerChannel) + 1} {Name(index % PerChannel)}";
        return new()
        {
            Id = FirstId + (uint)index,
            Title = name,
            ShortTitle = name,
            StepCount = Highest(index),
            DefaultNormalized = DefaultValue(index),
            Flags = ParameterFlags.Hidden,
        };
    }

    /// <summary>[any] The MIDI value of a normalized one: 0 to 127, for pitch bend 0 to 16383.</summary>
    public static int ToMidi(int index, double normalized) => (int)Math.Round(Math.Clamp(normalized, 0, 1) * Highest(index));

    /// <summary>[any] The normalized value of a MIDI value.</summary>
    public static double FromMidi(int index, int value) => value / (double)Highest(index);

    /// <summary>[audio] The event for a value at a frame of the block.</summary>
    public static Event ToEvent(int index, double normalized, int frame)
    {
        int value = ToMidi(index, normalized);
        bool bends = index % PerChannel == PitchBend;
        return new()
        {
            SampleOffset = frame,
            Type = EventType.MidiController,
            MidiController = new()
            {
                Channel = (sbyte)(index / PerChannel),
                Controller = (byte)(index % PerChannel),
                Value = (sbyte)(value & 0x7F),
                Value2 = (sbyte)(bends ? value >> 7 : 0),
            },
        };
    }

    private static int Highest(int index) => index % PerChannel == PitchBend ? HighestBend : 127;

    private static string Name(int controller) => controller switch
    {
        ChannelPressure => "pressure",
        PitchBend => "pitch bend",
        _ => $"CC {controller}",
    };
}
