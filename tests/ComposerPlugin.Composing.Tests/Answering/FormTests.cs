using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class FormTests(PresetStyle preset) : IClassFixture<PresetStyle>
{
    // Four bars of a tune in D.
    private static readonly int[] _tune = [62, 66, 69, 66, 74, 71, 69, 67, 66, 64, 62, 64, 66, 69, 67, 64];

    [Fact]
    public void Phrase_again_is_almost_the_phrase()
    {
        var answer = Answer(AnswerForm.PhraseAgain, bars: 4);

        // The last bar varies.
        Assert.Equal(
            Tune.Take(12).Select(note => ((4 * Bar) + note.Onset, note.Pitch)), answer.Take(12).Select(note => (note.Onset, note.Pitch)));
        Assert.NotEqual(Tune.Skip(12).Select(note => note.Pitch), answer.Skip(12).Select(note => note.Pitch));
    }

    [Fact]
    public void Phrase_again_goes_on_as_long_as_the_answer()
    {
        var answer = Answer(AnswerForm.PhraseAgain, bars: 16);

        var heard = Tune.Select(note => (note.Onset, note.Pitch)).ToHashSet();
        Assert.InRange(answer.Count(note => heard.Contains((note.Onset % (4 * Bar), note.Pitch))), 48, 63);
    }

    [Fact]
    public void Same_rhythm_has_other_pitches()
    {
        var phrase = Rhythm([36, 12, 24, 24, 12, 12, 24, 48], bars: 4);
        using var stage = Hear(phrase);
        stage.Controls = new(Grid.Sixteenth, 1, 0.95f, 1) { Form = AnswerForm.SameRhythm, Closes = false };

        var answer = stage.Answer(4 * Bar, 8 * Bar);

        Assert.Equal(phrase.Select(note => (note.Onset + (4L * Bar), note.Duration)), answer.Select(note => (note.Onset, note.Duration)));
        Assert.NotEqual(phrase.Select(note => note.Pitch), answer.Select(note => note.Pitch));
    }

    [Fact]
    public void Bars_follow_the_plan_of_the_style()
    {
        // Each bar is the one four bars before, but the last of each line: no line is the phrase alone.
        using var stage = Hear(Tune, PlanOf(new(4, BarRelation.Same)));
        stage.Controls = new(Grid.Sixteenth, 1, 0.95f, 1) { Form = AnswerForm.AsStyle, Closes = false };

        var answer = stage.Answer(4 * Bar, 12 * Bar);

        for (int line = 4; line < 12; line += 4)
        {
            Assert.Equal(_tune[..12], PitchesOf(line * Bar, (line + 3) * Bar));
            Assert.NotEqual(_tune[12..], PitchesOf((line + 3) * Bar, (line + 4) * Bar));
        }

        IEnumerable<int> PitchesOf(long from, long to) =>
            answer.Where(note => note.Onset >= from && note.Onset < to).Select(note => (int)note.Pitch.Number);
    }

    [Theory]
    [InlineData(4, 8)]
    [InlineData(0, 4)]
    [InlineData(2, 6)]
    [InlineData(3, 8)]
    public void Varied_bars_differ_in_the_part_of_the_plan(int first, int end)
    {
        using var stage = Hear(Tune, PlanOf(new(4, BarRelation.Varied), variation: new(first, end)));
        stage.Controls = new(Grid.Sixteenth, 1, 0.95f, 1) { Form = AnswerForm.AsStyle, Closes = false };

        var answer = stage.Answer(4 * Bar, 8 * Bar);

        for (int bar = 0; bar < 4; bar++)
        {
            var heard = NotesOf(Tune.Select(note => (note.Onset, note.Pitch)), bar);
            var played = NotesOf(answer.Select(note => ((int)note.Onset, note.Pitch)), 4 + bar);
            Assert.Equal(heard.Where(note => !IsIn(note.Place)), played.Where(note => !IsIn(note.Place)));
            Assert.NotEqual(heard.Where(note => IsIn(note.Place)), played.Where(note => IsIn(note.Place)));

            // The bar that ends the line is free from its middle on at the latest, for a cadence.
            bool IsIn(int place) => bar == 3
                ? place >= Math.Min(first, 4) * Bar / 8
                : place >= first * Bar / 8 && place < end * Bar / 8;
        }
    }

    [Fact]
    public void Answer_ends_on_the_degree_of_the_plan()
    {
        // On the fifth: A.
        using var stage = Hear(Tune, PlanOf(BarReference.New, ending: 7));
        var ends = new List<int>();
        for (uint seed = 1; seed <= 12; seed++)
        {
            stage.Controls = Plain with { Seed = seed, Scale = Scale.Named.First(scale => scale.Name == "Major").Scale, Tonic = 2 };
            var last = stage.Answer(4 * Bar, 8 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = seed > 1 })[^1];
            // An answer that closes earlier does so where a note is long.
            if (last.Onset == (7 * Bar) + (Bar / 2))
                ends.Add(last.Pitch.Class);
        }
        Assert.NotEmpty(ends);
        Assert.All(ends, end => Assert.Equal(9, end));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lines_end_on_the_degree_of_the_plan_with_a_breath(bool closes)
    {
        // Half closes on the fifth, A, after four and eight bars of the answer; of a fourth line, the answer's last.
        using var stage = Hear(Tune, PlanOf(BarReference.New, ending: 7, breath: 1));
        for (uint seed = 1; seed <= 12; seed++)
        {
            stage.Controls = Plain with { Seed = seed, Scale = Scale.Named[1].Scale, Tonic = 2, Closes = closes };
            var answer = stage.Answer(4 * Bar, 16 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = seed > 1 });

            for (int line = 7; line < (closes ? 15 : 16); line += 4)
                Assert.Contains(answer, note => Breathes(answer, note, line));
        }

        static bool Breathes(List<TimedNote> answer, TimedNote note, int bar)
        {
            bool isLast = answer[^1] == note;
            long next = isLast ? 16 * Bar : answer[answer.IndexOf(note) + 1].Onset;
            return note.Onset >= bar * Bar && note.Onset < (bar + 1) * Bar && note.Onset % (Bar / 2) == 0
                && note.Pitch.Class == 9 && note.Duration >= Bar / 4 && next - note.Onset >= Bar / 2;
        }
    }

    [Fact]
    public void Varied_line_rests_on_the_degree_of_the_plan()
    {
        // A period: the last bar of the first line rests on G, that of the second on D.
        var phrase = Tune;
        phrase.RemoveRange(12, 4);
        phrase.AddRange([new(3 * Bar, 48, new(69), 90), new((3 * Bar) + 48, 48, new(67), 90)]);
        int rests = 0;
        for (uint seed = 1; seed <= 12; seed++)
        {
            using var stage = Hear(phrase, PlanOf(new(4, BarRelation.Varied), ending: 0, variation: new(4, 8)));
            stage.Controls = Plain with { Seed = seed, Scale = Scale.Named[1].Scale, Tonic = 2, Closes = false };
            var rest = stage.Answer(4 * Bar, 8 * Bar).Find(note => note.Onset == (7 * Bar) + 48);
            rests += rest.Duration > 0 ? 1 : 0;
            Assert.True(rest.Duration == 0 || rest.Pitch.Class == 2, $"{rest}");
        }
        Assert.InRange(rests, 6, 12);
    }

    [Fact]
    public void Opening_returns_with_its_pickup()
    {
        var form = FormOf(BarReference.New);
        form.Bars.Learn(7, BarReference.New, before: null, new(6, BarRelation.Same), 10_000_000);
        List<Note> phrase = [new(72, 24, new(64), 90), .. Tune.Select(note => note with { Onset = note.Onset + Bar })];
        using var stage = Hear(phrase, StylePlan.Of(form));
        stage.Controls = Plain with { Closes = false };

        var answer = stage.Answer(5 * Bar, 9 * Bar);

        var returns = answer.Where(note => note.Onset >= (6 * Bar) + 72 && note.Onset < 8 * Bar);
        Assert.Equal([64, .. _tune[..4]], returns.Select(note => (int)note.Pitch.Number));
    }

    [Fact]
    public void Temperature_of_the_style_is_not_that_of_the_plan()
    {
        // The next bar is the first again with a probability of .4, at whatever temperature notes are drawn.
        var form = FormOf(BarReference.New);
        form.Bars.Learn(5, BarReference.New, before: null, new(4, BarRelation.Same), 666_667);
        var style = StyleFiles.Recurrent with { Plan = StylePlan.Of(form) };
        bool[][] returns = [.. ((double[])[0.5, 1, 2]).Select(temperature => Enumerable.Range(1, 12)
            .Select(seed => Returns(style with { Controls = new() { Temperature = temperature } }, seed)).ToArray())];

        Assert.InRange(returns[0].Count(does => does), 1, 11);
        Assert.All(returns, seeds => Assert.Equal(returns[0], seeds));

        static bool Returns(StyleFile style, int seed)
        {
            using var stage = Hear(Tune, style);
            stage.Controls = Plain with { Seed = (uint)seed, Closes = false };
            return stage.Answer(4 * Bar, 6 * Bar).Take(4).Select(note => (int)note.Pitch.Number).SequenceEqual(_tune[..4]);
        }
    }

    [Fact]
    public void Scale_and_range_hold_in_planned_bars()
    {
        using var stage = Hear(Tune, PlanOf(new(4, BarRelation.Same)));
        stage.Controls = new(Grid.Sixteenth, 1, 0.95f, 1)
        {
            Form = AnswerForm.AsStyle,
            Scale = Scale.Named.First(scale => scale.Name.Contains("pentatonic", StringComparison.OrdinalIgnoreCase)).Scale,
            Tonic = 2,
            Lowest = new(64),
        };

        Assert.All(stage.Answer(4 * Bar, 8 * Bar), note =>
        {
            Assert.True(stage.Controls.Scale.Contains(note.Pitch.Number, 2), $"{note.Pitch}");
            Assert.InRange(note.Pitch.Number, 64, 127);
        });
    }

    [Fact]
    public void Seeds_give_other_plans_and_the_same_seed_the_same()
    {
        var takes = preset.Takes(Plain, bars: 8, seeds: 8).ToList();

        Assert.Equal(takes, preset.Takes(Plain, bars: 8, seeds: 8));
        Assert.Equal(takes.Count, takes.Distinct().Count());
    }

    [Fact]
    public void Planned_answer_allocates_no_more_than_others()
    {
        using var stage = Hear(Tune);
        stage.Controls = new(Grid.Sixteenth, 1, 0.95f, 1) { Form = AnswerForm.AsStyle };
        stage.Answer(4 * Bar, 8 * Bar);
        stage.Ask(8 * Bar, 12 * Bar);
        long before = GC.GetAllocatedBytesForCurrentThread();
        stage.Run();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesPerAnswer);
    }

    private static AnswerControls Plain => new(Grid.Sixteenth, 1, 0.95f, 1) { Form = AnswerForm.AsStyle };

    private static List<Note> Tune => Rhythm([24, 24, 24, 24], bars: 4);

    private static List<Note> Rhythm(int[] durations, int bars)
    {
        var notes = new List<Note>();
        for (int onset = 0, i = 0; onset < bars * Bar; i++)
        {
            notes.Add(new(onset, durations[i % durations.Length], new((byte)_tune[i % _tune.Length]), 90));
            onset += durations[i % durations.Length];
        }
        return notes;
    }

    private static IEnumerable<(int Place, Pitch Pitch)> NotesOf(IEnumerable<(int Onset, Pitch Pitch)> notes, int bar) =>
        notes.Where(note => note.Onset / Bar == bar).Select(note => (note.Onset % Bar, note.Pitch));

    private static StylePlan PlanOf(BarReference reference, int? ending = null, int breath = 0, BarSpan? variation = null) =>
        StylePlan.Of(FormOf(reference, ending, breath, variation));

    private static FormStatistics FormOf(BarReference reference, int? ending = null, int breath = 0, BarSpan? variation = null)
    {
        var form = new FormStatistics();
        if (variation is { } span)
            form.Variations.Learn(span);
        for (int place = 1; place < FormHint.Places; place++)
            form.Bars.Learn(place, reference, before: null, reference, 1_000_000);
        for (int bars = 0; ending is { } degree && bars <= FormHint.PhraseBars; bars += 4)
        {
            form.Endings.Learn(bars, degree);
            form.Breaths.Learn(bars, bars > 0 ? breath : 0, 1);
        }
        return form;
    }

    private static ComposerStage Hear(List<Note> phrase, StylePlan? plan = null) =>
        Hear(phrase, StyleFiles.Recurrent with { Plan = plan });

    private static ComposerStage Hear(List<Note> phrase, StyleFile style)
    {
        var stage = new ComposerStage(new FakeModel(), style);
        foreach (var note in phrase)
            stage.Note(note.Onset, note.Duration, note.Pitch.Number);
        return stage;
    }

    private static List<Note> Answer(AnswerForm form, int bars)
    {
        using var stage = Hear(Tune);
        stage.Controls = new(Grid.Sixteenth, 1, 0.95f, 1) { Form = form, Closes = false };
        return [.. stage.Answer(4 * Bar, (4 + bars) * Bar)
            .Select(note => new Note((int)note.Onset, note.Duration, note.Pitch, note.Velocity))];
    }
}
