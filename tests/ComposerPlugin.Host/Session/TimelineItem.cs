using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>An input to the plugin at a time: an event or a parameter value.</summary>
/// <param name="Time">Quarter notes on a track, sample frames when live.</param>
/// <param name="Event">The event; its offset is filled in when it is played.</param>
/// <param name="ParameterId">The parameter, or null for an event.</param>
/// <param name="Normalized">The parameter's value.</param>
internal readonly record struct TimelineItem(double Time, Event Event, uint? ParameterId, double Normalized)
{
    /// <summary>Order of items at the same time: note-offs, then controllers, then note-ons.</summary>
    public int Rank => ParameterId is not null ? 1 : Event.Type switch { EventType.NoteOff => 0, EventType.NoteOn => 2, _ => 1 };
}
