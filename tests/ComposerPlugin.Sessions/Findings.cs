using ComposerPlugin.Vst3;

namespace ComposerPlugin.Sessions;

/// <summary>Errors in a session's result, a sentence each.</summary>
internal static class Findings
{
    private const int NoIdentity = -1;

    public static IEnumerable<string> In(RandomSession session, SessionResult performance)
    {
        foreach (string error in performance.Errors)
            yield return error;
        if (Unbalanced(performance) is { } unbalanced)
            yield return unbalanced;
        if (!session.MovesRareControls && OutsideLock(session, performance) is { } outside)
            yield return outside;
    }

    /// <summary>The plugin's own notes: those that the session did not play.</summary>
    public static IEnumerable<(long Time, NoteOnEvent Note)> Answers(SessionResult performance) =>
        performance.Events.Where(pair => pair.Event.Type == EventType.NoteOn && pair.Event.NoteOn.NoteId == NoIdentity)
            .Select(pair => (pair.Time, pair.Event.NoteOn));

    private static string? Unbalanced(SessionResult performance)
    {
        var sounding = new Dictionary<(int Channel, int Pitch), int>();
        foreach (var (time, e) in performance.Events)
        {
            if (e.Type is not (EventType.NoteOn or EventType.NoteOff))
                continue;
            bool isOn = e.Type == EventType.NoteOn;
            var key = isOn ? (e.NoteOn.Channel, e.NoteOn.Pitch) : (e.NoteOff.Channel, e.NoteOff.Pitch);
            int now = sounding[key] = sounding.GetValueOrDefault(key) + (isOn ? 1 : -1);
            if (now < 0)
                return $"A note-off at {time} for pitch {key.Pitch} on channel {key.Channel} ends nothing.";
        }
        foreach (var (key, count) in sounding)
        {
            if (count > 0)
                return $"Pitch {key.Pitch} on channel {key.Channel} sounds for ever ({count} note-ons too many).";
        }
        return null;
    }

    // An answer keeps the range and scale of its request, which may be older: any earlier setting is accepted.
    private static string? OutsideLock(RandomSession session, SessionResult performance)
    {
        var locks = new List<(long Frame, AllowedPitches Lock)>();
        long began = 0;
        foreach (var part in session.Parts)
        {
            locks.AddRange(part.Locks.Select(one => (began + one.Frame, one.Lock)));
            began += part.Frames;
        }
        foreach (var (time, note) in Answers(performance))
        {
            var held = locks.Where(one => one.Frame <= time).ToList();
            if (!held.Any(one => one.Lock.Allows(note.Pitch)))
                return $"Pitch {note.Pitch} at {time} is outside {string.Join("; ", held.Select(one => one.Lock))}.";
        }
        return null;
    }
}
