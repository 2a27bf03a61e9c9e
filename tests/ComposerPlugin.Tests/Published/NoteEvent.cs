using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

/// <summary>A note-on or note-off of the plugin, in any host.</summary>
/// <param name="Time">Sample frames since the run began.</param>
/// <param name="IsOn">Whether it is a note-on.</param>
/// <param name="Channel">0 to 15.</param>
/// <param name="Pitch">MIDI pitch.</param>
/// <param name="Velocity">1 to 127; 0 for a note-off.</param>
internal readonly record struct NoteEvent(long Time, bool IsOn, int Channel, int Pitch, int Velocity)
{
    /// <summary>The note events of a recording of our own host.</summary>
    public static IReadOnlyList<NoteEvent> Of(Recording recording)
    {
        var events = new List<NoteEvent>();
        foreach (var (time, _, e) in recording.Events)
        {
            if (e.Type == EventType.NoteOn)
                events.Add(new(time, true, e.NoteOn.Channel, e.NoteOn.Pitch, (int)MathF.Round(e.NoteOn.Velocity * 127)));
            else if (e.Type == EventType.NoteOff)
                events.Add(new(time, false, e.NoteOff.Channel, e.NoteOff.Pitch, 0));
        }
        return events;
    }
}
