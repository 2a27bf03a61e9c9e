using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>
/// The hidden parameters through which hosts deliver MIDI controllers, channel pressure and pitch bend (IMidiMapping): one for each of them on
/// each channel. They are neither automated nor saved; what comes in through them goes out again as an event.
/// </summary>
public static class MidiControllers
{
    /// <summary>The id of the first; the others follow, channel by channel.</summary>
    public const uint FirstId = 1000;

    /// <summary>The controller that stands for channel pressure.</summary>
    public const int ChannelPressure = 128;

    /// <summary>The controller that stands for pitch bend.</summary>
    public const int PitchBend = 129;

    /// <summary>Controllers on one channel.</summary>
    public const int PerChannel = 130;

    /// <summary>All of them.</summary>
    public const int Count = 16 * PerChannel;

    private const int HighestBend = (1 << 14) - 1;

    /// <summary>[any] The place of a controller among all.</summary>
    public static int IndexOf(int channel, int controller) => (channel * PerChannel) + controller;

    /// <summary>[any] The place of a parameter among them; -1 for the id of another.</summary>
    public static int IndexOf(uint id) => id - FirstId < Count ? (int)(id - FirstId) : -1;

    /// <summary>[any] Where a controller stands as long as nobody has moved it, 0 to 1; a host that tells all values at the start then changes no sound.</summary>
    public static double Rest(int index) => (index % PerChannel) switch
    {
        PitchBend => (HighestBend + 1) / 2 / (double)HighestBend,
        7 => 100 / 127.0,
        8 or 10 => 64 / 127.0,
        11 => 1,
        _ => 0,
    };

    /// <summary>[main] What hosts are told of one.</summary>
    public static ParameterInfo Describe(int index)
    {
        string name = $"MIDI channel {(index / PerChannel) + 1} {Name(index % PerChannel)}";
        return new()
        {
            Id = FirstId + (uint)index,
            Title = name,
            ShortTitle = name,
            StepCount = Highest(index),
            DefaultNormalized = Rest(index),
            Flags = ParameterFlags.Hidden,
        };
    }

    /// <summary>[any] The value as MIDI has it: 0 to 127, pitch bend 0 to 16383.</summary>
    public static int ToMidi(int index, double normalized) => (int)Math.Round(Math.Clamp(normalized, 0, 1) * Highest(index));

    /// <summary>[any] The value of one in MIDI's numbers.</summary>
    public static double FromMidi(int index, int value) => value / (double)Highest(index);

    /// <summary>[audio] The event that says a value.</summary>
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
