using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// One of the nine features of Yang and Lerch, "On the evaluation of generative models in music" (Neural Computing and Applications, 2018;
/// their program is mgeval). Note lengths are rounded to the nearest of twelve note values, as there in 4/4.
/// </summary>
/// <param name="Name">Its key in the metrics.</param>
/// <param name="Title">Its title in reports.</param>
/// <param name="Compute">The feature of a segment: one number, a histogram of 12 or a matrix of 12 × 12 in row-major order.</param>
internal sealed record MelodyFeature(string Name, string Title, Func<Phrase, double[]> Compute)
{
    private const int Classes = 12;

    // Ticks of whole, half, quarter, eighth and sixteenth; dotted half to sixteenth; half, quarter and eighth triplet.
    private static readonly int[] _noteValues = [96, 48, 24, 12, 6, 72, 36, 18, 9, 32, 16, 8];

    /// <summary>All nine features.</summary>
    public static IReadOnlyList<MelodyFeature> All { get; } =
    [
        new("pitch_count", "different pitches", PitchCount),
        new("pitch_class_histogram", "pitch classes, by duration", PitchClassHistogram),
        new("pitch_class_transitions", "pitch class transitions", PitchClassTransitions),
        new("pitch_range", "pitch range, semitones", PitchRange),
        new("pitch_interval", "mean interval, semitones", PitchInterval),
        new("note_count", "notes", NoteCount),
        new("inter_onset", "mean time between onsets, quarters", InterOnset),
        new("note_length_histogram", "note values", NoteLengthHistogram),
        new("note_length_transitions", "note value transitions", NoteLengthTransitions),
    ];

    /// <summary>The feature with a name.</summary>
    public static MelodyFeature Named(string name) => All.First(feature => feature.Name == name);

    /// <summary>The names of the note values, in the order of the histogram.</summary>
    public static IReadOnlyList<string> NoteValues { get; } =
        ["1", "1/2", "1/4", "1/8", "1/16", "1/2.", "1/4.", "1/8.", "1/16.", "1/2t", "1/4t", "1/8t"];

    // The number of different pitches.
    private static double[] PitchCount(Phrase phrase) => [phrase.Select(note => note.Pitch).Distinct().Count()];

    // The share of the sounding time of each pitch class.
    private static double[] PitchClassHistogram(Phrase phrase)
    {
        double[] histogram = new double[Classes];
        foreach (var note in phrase)
            histogram[note.Pitch.Class] += note.Duration;
        double sum = Math.Max(histogram.Sum(), 1);
        return [.. histogram.Select(ticks => ticks / sum)];
    }

    // How often each pitch class follows each other one.
    private static double[] PitchClassTransitions(Phrase phrase) => Transitions([.. phrase.Select(note => note.Pitch.Class)]);

    // From the lowest to the highest pitch, in semitones.
    private static double[] PitchRange(Phrase phrase) =>
        [phrase.Count == 0 ? 0 : phrase.Max(note => note.Pitch.Number) - phrase.Min(note => note.Pitch.Number)];

    // The mean absolute interval between consecutive notes, in semitones.
    private static double[] PitchInterval(Phrase phrase) =>
        [MeanStep(phrase, (note, next) => Math.Abs(next.Pitch.Number - note.Pitch.Number))];

    // The number of notes.
    private static double[] NoteCount(Phrase phrase) => [phrase.Count];

    // The mean time between consecutive onsets, in quarter notes.
    private static double[] InterOnset(Phrase phrase) => [MeanStep(phrase, (note, next) => next.Onset - note.Onset) / Ticks.PerQuarter];

    // The share of notes of each note value.
    private static double[] NoteLengthHistogram(Phrase phrase)
    {
        double[] histogram = new double[Classes];
        foreach (var note in phrase)
            histogram[NoteValue(note)] += 1.0 / phrase.Count;
        return histogram;
    }

    // How often each note value follows each other one.
    private static double[] NoteLengthTransitions(Phrase phrase) => Transitions([.. phrase.Select(NoteValue)]);

    private static double MeanStep(Phrase phrase, Func<Note, Note, double> step) =>
        phrase.Count < 2 ? 0 : phrase.Zip(phrase.Skip(1), step).Average();

    private static double[] Transitions(int[] classes)
    {
        double[] matrix = new double[Classes * Classes];
        for (int i = 1; i < classes.Length; i++)
            matrix[(classes[i - 1] * Classes) + classes[i]]++;
        return matrix;
    }

    private static int NoteValue(Note note)
    {
        int nearest = 0;
        for (int i = 1; i < Classes; i++)
            nearest = Math.Abs(_noteValues[i] - note.Duration) < Math.Abs(_noteValues[nearest] - note.Duration) ? i : nearest;
        return nearest;
    }
}
