using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Data;

/// <summary>Statistics of the training tunes, for style.json and checkpoints. Property names are keys there.</summary>
/// <param name="Pieces">The number of tunes.</param>
/// <param name="Notes">The number of notes.</param>
/// <param name="Meters">The meters, the most frequent first.</param>
/// <param name="LowestPitch">The lowest MIDI pitch.</param>
/// <param name="HighestPitch">The highest MIDI pitch.</param>
/// <param name="MeanVelocity">The mean MIDI velocity.</param>
/// <param name="Polyphony">The largest number of simultaneous notes.</param>
internal sealed record CorpusFacts(
    int Pieces, int Notes, IReadOnlyList<string> Meters, int LowestPitch, int HighestPitch, double MeanVelocity, int Polyphony = 1)
{
    /// <summary>The form of the tunes; null in checkpoints of earlier versions.</summary>
    public StylePlan? Plan { get; init; }

    /// <summary>Computes the statistics of at least one tune.</summary>
    public static CorpusFacts FromTunes(IReadOnlyList<Tune> tunes)
    {
        var notes = tunes.SelectMany(tune => tune.Phrase).ToList();
        var byMeter = tunes.GroupBy(tune => tune.Phrase.Meter).OrderByDescending(group => group.Count());
        string[] meters = [.. byMeter.Select(group => group.Key.ToString())];
        return new(tunes.Count, notes.Count, meters, notes.Min(note => note.Pitch.Number), notes.Max(note => note.Pitch.Number),
            Math.Round(notes.Average(note => note.Velocity), 1), tunes.Max(tune => tune.Polyphony))
        {
            Plan = PlanOf(tunes),
        };
    }

    /// <summary>Counts the form of tunes, and finds where their velocities come from.</summary>
    public static StylePlan PlanOf(IReadOnlyList<Tune> tunes)
    {
        var form = new FormStatistics();
        foreach (var tune in tunes)
            form.Learn(tune.Phrase);
        return StylePlan.Of(form) with { Dynamics = CorpusDynamics.Of(tunes.Select(tune => tune.Phrase)) };
    }
}
