namespace ComposerPlugin.Vst3;

/// <summary>The payload type of an <see cref="Event"/>.</summary>
public enum EventType : ushort
{
    /// <summary><see cref="Event.NoteOn"/>.</summary>
    NoteOn = 0,

    /// <summary><see cref="Event.NoteOff"/>.</summary>
    NoteOff = 1,

    /// <summary><see cref="Event.Data"/>.</summary>
    Data = 2,

    /// <summary><see cref="Event.PolyPressure"/>.</summary>
    PolyPressure = 3,

    /// <summary><see cref="Event.NoteExpressionValue"/>.</summary>
    NoteExpressionValue = 4,

    /// <summary><see cref="Event.NoteExpressionText"/>.</summary>
    NoteExpressionText = 5,

    /// <summary><see cref="Event.Chord"/>.</summary>
    Chord = 6,

    /// <summary><see cref="Event.Scale"/>.</summary>
    Scale = 7,

    /// <summary><see cref="Event.MidiController"/>: a plain MIDI controller, meant for output.</summary>
    MidiController = 65535,
}
