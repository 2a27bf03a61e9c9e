namespace ComposerPlugin.Music;

/// <summary>
/// The MPE zones that a file configures (registered parameter 6 on channel 1 or 16): the notes of a zone are one instrument, each on a channel
/// of its own. Source: MIDI Polyphonic Expression 1.1, section 2.1.
/// </summary>
/// <param name="Lower">The number of member channels above channel 1; 0 without a lower zone.</param>
/// <param name="Upper">The number of member channels below channel 16.</param>
public readonly record struct MpeZones(byte Lower, byte Upper)
{
    private const int First = 0, Last = 15, MostMembers = 15, Configuration = 6;

    // What the last registered parameter number on channels 1 and 16 selected: bytes high and low, each plus 1.
    private readonly (byte High, byte Low) _first;
    private readonly (byte High, byte Low) _last;

    private MpeZones(byte lower, byte upper, (byte High, byte Low) first, (byte High, byte Low) last)
        : this(lower, upper) => (_first, _last) = (first, last);

    /// <summary>Whether a channel belongs to the zone of channel 1.</summary>
    public bool IsLower(int channel) => Lower > 0 && channel <= Lower;

    /// <summary>Whether a channel belongs to the zone of channel 16.</summary>
    public bool IsUpper(int channel) => Upper > 0 && channel >= Last - Upper;

    /// <summary>The zones after a controller.</summary>
    internal MpeZones After(int channel, int controller, int value)
    {
        if (channel is not (First or Last))
            return this;
        var (high, low) = channel == First ? _first : _last;
        switch (controller)
        {
            case MidiController.ParameterHigh:
                high = (byte)(value + 1);
                break;
            case MidiController.ParameterLow:
                low = (byte)(value + 1);
                break;
            case MidiController.DataEntry when (high, low) == (1, Configuration + 1) && value is > 0 and <= MostMembers:
                return channel == First ? new((byte)value, Upper, _first, _last) : new(Lower, (byte)value, _first, _last);
            default:
                return this;
        }
        return channel == First ? new(Lower, Upper, (high, low), _last) : new(Lower, Upper, _first, (high, low));
    }
}
