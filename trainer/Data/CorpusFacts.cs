using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Data;

/// <summary>What a style says about the tunes it was trained on.</summary>
internal sealed record CorpusFacts(int Pieces, int Notes, IReadOnlyList<string> Meters, int LowestPitch, int HighestPitch, double MeanVelocity, int Polyphony = 1)
{
    public static CorpusFacts Of(IReadOnlyList<Tune> tunes)
    {
        var notes = tunes.SelectMany(tune => tune.Phrase).ToList();
        string[] meters = [.. tunes.GroupBy(tune => tune.Phrase.Meter).OrderByDescending(group => group.Count()).Select(group => group.Key.ToString())];
        return new(tunes.Count, notes.Count, meters, notes.Min(note => note.Pitch.Number), notes.Max(note => note.Pitch.Number),
            Math.Round(notes.Average(note => note.Velocity), 1), tunes.Max(tune => tune.Polyphony));
    }
}
