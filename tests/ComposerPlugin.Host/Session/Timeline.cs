using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>
/// The input of a plugin in a session. Items on the track have a song position in quarter notes and sound whenever the transport
/// passes it, in every pass of a cycle; live items have a time in sample frames since the session began and sound once, even while the
/// song is stopped.
/// </summary>
public sealed class Timeline
{
    private readonly List<TimelineItem> _track = [];
    private readonly List<TimelineItem> _live = [];

    internal TimelineItem[] Track => [.. _track.OrderBy(item => item.Time).ThenBy(item => item.Rank)];

    internal TimelineItem[] Live => [.. _live.OrderBy(item => item.Time).ThenBy(item => item.Rank)];

    /// <summary>A note on the track.</summary>
    /// <param name="quarter">Song position of its onset.</param>
    /// <param name="quarters">Its length.</param>
    /// <param name="pitch">MIDI pitch.</param>
    /// <param name="velocity">1 to 127.</param>
    /// <param name="channel">0 to 15.</param>
    public Timeline Note(double quarter, double quarters, int pitch, int velocity = 100, int channel = 0)
    {
        _track.Add(new(quarter, NoteOn(pitch, velocity, channel, EventFlags.None), null, 0));
        _track.Add(new(quarter + quarters, NoteOff(pitch, channel, EventFlags.None), null, 0, quarters <= 0));
        return this;
    }

    /// <summary>A note played live.</summary>
    /// <param name="time">Sample frames since the session began.</param>
    /// <param name="frames">Its length.</param>
    /// <param name="pitch">MIDI pitch.</param>
    /// <param name="velocity">1 to 127.</param>
    /// <param name="channel">0 to 15.</param>
    public Timeline LiveNote(long time, long frames, int pitch, int velocity = 100, int channel = 0)
    {
        _live.Add(new(time, NoteOn(pitch, velocity, channel, EventFlags.Live), null, 0));
        _live.Add(new(time + frames, NoteOff(pitch, channel, EventFlags.Live), null, 0, frames <= 0));
        return this;
    }

    /// <summary>A MIDI controller on the track.</summary>
    /// <param name="quarter">Song position.</param>
    /// <param name="controller">0 to 127, or 128 channel pressure, 129 pitch bend.</param>
    /// <param name="value">0 to 127; pitch bend 0 to 16383 with 8192 in the middle.</param>
    /// <param name="channel">0 to 15.</param>
    public Timeline Controller(double quarter, int controller, int value, int channel = 0)
    {
        _track.Add(new(quarter, MidiController(controller, value, channel, EventFlags.None), null, 0));
        return this;
    }

    /// <summary>A MIDI controller moved live.</summary>
    /// <param name="time">Sample frames since the session began.</param>
    /// <param name="controller">0 to 127, or 128 channel pressure, 129 pitch bend.</param>
    /// <param name="value">0 to 127; pitch bend 0 to 16383 with 8192 in the middle.</param>
    /// <param name="channel">0 to 15.</param>
    public Timeline LiveController(long time, int controller, int value, int channel = 0)
    {
        _live.Add(new(time, MidiController(controller, value, channel, EventFlags.Live), null, 0));
        return this;
    }

    /// <summary>A parameter value on the track (automation).</summary>
    public Timeline Parameter(double quarter, uint id, double normalized)
    {
        _track.Add(new(quarter, default, id, normalized));
        return this;
    }

    /// <summary>A parameter moved live.</summary>
    public Timeline LiveParameter(long time, uint id, double normalized)
    {
        _live.Add(new(time, default, id, normalized));
        return this;
    }

    /// <summary>Any event on the track.</summary>
    public Timeline Event(double quarter, in Event e)
    {
        _track.Add(new(quarter, e, null, 0));
        return this;
    }

    /// <summary>Any event played live.</summary>
    public Timeline LiveEvent(long time, in Event e)
    {
        _live.Add(new(time, e, null, 0));
        return this;
    }

    internal static Event NoteOff(int pitch, int channel, EventFlags flags) => new()
    {
        Type = EventType.NoteOff,
        Flags = flags,
        NoteOff = new() { Pitch = (short)pitch, Channel = (short)channel, NoteId = -1 },
    };

    private static Event NoteOn(int pitch, int velocity, int channel, EventFlags flags) => new()
    {
        Type = EventType.NoteOn,
        Flags = flags,
        NoteOn = new() { Pitch = (short)pitch, Velocity = velocity / 127f, Channel = (short)channel, NoteId = -1 },
    };

    private static Event MidiController(int controller, int value, int channel, EventFlags flags) => new()
    {
        Type = EventType.MidiController,
        Flags = flags,
        MidiController = new()
        {
            Controller = (byte)controller,
            Channel = (sbyte)channel,
            Value = (sbyte)(value & 0x7F),
            Value2 = (sbyte)(value >> 7 & 0x7F),
        },
    };
}
