using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Sessions;

/// <summary>The plugin's output in a session.</summary>
/// <param name="Events">Every event with its time, in sample frames since the session began.</param>
/// <param name="Errors">Errors that the host found, a sentence each.</param>
/// <param name="HasLateNotes">Whether the plugin dropped notes as too late. In an offline render that happens only where the song
/// jumps.</param>
internal sealed record SessionResult(IReadOnlyList<(long Time, Event Event)> Events, IReadOnlyList<string> Errors, bool HasLateNotes)
{
    private const double Error = 1;

    public static SessionResult Of(RandomSession session, PluginLibrary library, ControlSurface controls)
    {
        var events = new List<(long, Event)>();
        var errors = new List<string>();
        long began = 0;
        using var plugin = library.Create(session.Class);
        foreach (var part in session.Parts)
        {
            if (part.IsReloaded && !plugin.SetState(plugin.GetState()))
                errors.Add("The plugin did not take its own state.");
            // In the first process call, even of a short block.
            foreach (var (id, normalized) in part.Controls)
                plugin.SetParameter(id, normalized);
            using var played = new HostSession(plugin, part.Transport, part.Timeline, part.Setup);
            played.RunFrames(part.Frames);
            var recording = played.Recording;
            foreach (var (time, _, e) in recording.Events)
                events.Add((began + time, e));
            if (recording.FailedBlocks > 0)
                errors.Add($"{recording.FailedBlocks} process calls failed.");
            if (recording.MisplacedEvents > 0)
                errors.Add($"{recording.MisplacedEvents} events are outside their block or before an earlier one.");
            if (double.IsNaN(recording.AudioPeak) && part.Setup.Missing == BlockParts.None)
                errors.Add("Output samples were left unwritten.");
            began += part.Frames;
        }
        double status = plugin.GetNormalized(controls.Status);
        string text = plugin.Format(controls.Status, status);
        if (status == Error || text.Contains("no room", StringComparison.Ordinal))
            errors.Add($"The status says: {text}");
        return new(events, errors, text.Contains("too late", StringComparison.Ordinal));
    }

    /// <summary>Whether another result has the same events at the same times.</summary>
    /// <param name="other">The other.</param>
    /// <param name="difference">The first difference, in a sentence.</param>
    public bool IsSameAs(SessionResult other, out string difference)
    {
        difference = "";
        var (one, two) = (Lines(), other.Lines());
        int at = 0;
        while (at < one.Count && at < two.Count && one[at] == two[at])
            at++;
        if (at == one.Count && at == two.Count)
            return true;
        difference = $"With other blocks event {at} of {one.Count} and {two.Count} is another: "
            + $"{one.ElementAtOrDefault(at) ?? "none"} against {two.ElementAtOrDefault(at) ?? "none"}.";
        return false;
    }

    private List<string> Lines() => [.. Events.Select(pair => pair.Event.Type switch
    {
        EventType.NoteOn => $"{pair.Time} on {pair.Event.NoteOn.Channel} {pair.Event.NoteOn.Pitch} "
            + $"{pair.Event.NoteOn.Velocity:R} {pair.Event.NoteOn.NoteId}",
        EventType.NoteOff => $"{pair.Time} off {pair.Event.NoteOff.Channel} {pair.Event.NoteOff.Pitch} {pair.Event.NoteOff.NoteId}",
        EventType.MidiController =>
            $"{pair.Time} controller {pair.Event.MidiController.Controller} {pair.Event.MidiController.Value} "
            + $"{pair.Event.MidiController.Channel}",
        _ => $"{pair.Time} {pair.Event.Type}",
    })];
}
