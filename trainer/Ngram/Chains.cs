namespace ComposerPlugin.Trainer.Ngram;

/// <summary>The twelve chains of the baseline.</summary>
internal static class Chains
{
    public static IReadOnlyList<Chain> All { get; } =
    [
        new("durations", NgramAttribute.Timing, false, false, (tune, note, _, order, contexts) =>
            Back(note, 1, Math.Min(order, 3), back => contexts.With(tune.Duration(back)).Close())),
        new("place, bar, durations", NgramAttribute.Timing, false, false, (tune, note, _, order, contexts) =>
        {
            contexts.With(tune.PlaceBefore(note)).With(tune.Meter).Close();
            contexts.With(tune.BarBefore(note) % 8).Close();
            contexts.With(tune.BarBefore(note) / 8).Close();
            Back(note, 1, Math.Min(order - 3, 3), back => contexts.With(tune.Duration(back)).Close());
        }),
        new("notes", NgramAttribute.Timing, true, false, (tune, note, transposition, order, contexts) =>
            Back(note, 1, Math.Min(order, 10), back => contexts.With(tune.Duration(back)).With(PitchOf(tune, back, transposition)).Close())),

        new("pitches", NgramAttribute.Pitch, true, false, (tune, note, transposition, order, contexts) =>
            Back(note, 1, order, back => contexts.With(PitchOf(tune, back, transposition)).Close())),
        new("intervals", NgramAttribute.Pitch, false, true, (tune, note, _, order, contexts) =>
            Back(note, 1, order, back => contexts.With(tune.Interval(back)).Close())),
        new("pitch, place, pitches", NgramAttribute.Pitch, true, false, (tune, note, transposition, order, contexts) =>
        {
            contexts.With(PitchOf(tune, note - 1, transposition)).Close();
            contexts.With(tune.Place(note)).With(tune.Meter).Close();
            Back(note, 2, order - 1, back => contexts.With(PitchOf(tune, back, transposition)).Close());
        }),
        new("pitch, notes", NgramAttribute.Pitch, true, false, (tune, note, transposition, order, contexts) =>
        {
            contexts.With(PitchOf(tune, note - 1, transposition)).Close();
            contexts.With(tune.Duration(note - 1)).Close();
            Back(note, 2, order - 1, back => contexts.With(tune.Duration(back)).With(PitchOf(tune, back, transposition)).Close());
        }),
        new("interval, place, steps", NgramAttribute.Pitch, false, true, (tune, note, _, order, contexts) =>
        {
            contexts.With(tune.Interval(note - 1)).Close();
            contexts.With(tune.Place(note)).With(tune.Meter).Close();
            Back(note, 2, Math.Min(order, 10), back => contexts.With(tune.Interval(back)).With(tune.Duration(back + 1)).Close());
        }),

        new("durations", NgramAttribute.Duration, false, false, (tune, note, _, order, contexts) =>
            Back(note, 1, Math.Min(order, 10), back => contexts.With(tune.Duration(back)).Close())),
        new("duration, place, durations", NgramAttribute.Duration, false, false, (tune, note, _, order, contexts) =>
        {
            contexts.With(tune.Duration(note - 1)).Close();
            contexts.With(tune.Place(note)).With(tune.Meter).Close();
            Back(note, 2, Math.Min(order, 10), back => contexts.With(tune.Duration(back)).Close());
        }),
        new("pitch, duration, notes", NgramAttribute.Duration, true, false, (tune, note, transposition, order, contexts) =>
        {
            contexts.With(PitchOf(tune, note, transposition)).With(tune.Duration(note - 1)).Close();
            Back(note, 1, order, back => contexts.With(tune.Duration(back)).With(PitchOf(tune, back, transposition)).Close());
        }),
        new("place, durations, intervals", NgramAttribute.Duration, false, false, (tune, note, _, _, contexts) =>
        {
            contexts.With(tune.Place(note)).With(tune.Meter).Close();
            Back(note, 1, 4, back => contexts.With(tune.Duration(back)).Close());
            contexts.With(tune.Interval(note)).Close();
            Back(note, 1, 4, back => contexts.With(tune.Interval(back)).Close());
        }),
    ];

    // Notes before this one, the nearest first, one past the beginning included: that a tune begins is a context too.
    private static void Back(int note, int from, int to, Action<int> with)
    {
        for (int distance = from; distance <= to; distance++)
        {
            with(note - distance);
            if (note - distance < 0)
                break;
        }
    }

    private static int PitchOf(NgramTune tune, int note, int transposition) => note < 0 ? -1 : tune.Pitch(note) + transposition;
}
