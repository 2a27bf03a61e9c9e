using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>An input to the plugin at a time: an event or a parameter value.</summary>
/// <param name="Time">Quarter notes on a track, sample frames when live.</param>
/// <param name="Event">The event; its offset is filled in when it is played.</param>
/// <param name="ParameterId">The parameter, or null for an event.</param>
/// <param name="Normalized">The parameter's value.</param>
/// <param name="EndsAtOnce">Whether the event is the note-off of a note without length.</param>
internal readonly record struct TimelineItem(
    double Time, Event Event, uint? ParameterId, double Normalized, bool EndsAtOnce = false)
{
    /// <summary>
    /// Order of items at the same time: note-offs, then controllers, then note-ons, then the note-offs of notes without length.
    /// </summary>
    public int Rank => ParameterId is not null ? 1
        : Event.Type switch { EventType.NoteOff => EndsAtOnce ? 3 : 0, EventType.NoteOn => 2, _ => 1 };
}
