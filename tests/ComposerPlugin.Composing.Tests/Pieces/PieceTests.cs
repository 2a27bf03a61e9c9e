using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class PieceTests
{
    private const int Section = 8 * Bar;

    // A flat model goes astray; this one stays near C major, in the middle, and among short notes.
    private static readonly Action<string, float[]> _inC = (head, logits) =>
    {
        for (int i = 0; i < logits.Length; i++)
        {
            logits[i] += head switch
            {
                "pitch" => (i % 12 is 0 or 2 or 4 or 5 or 7 or 9 or 11 ? 4 : 0) - (Math.Abs(i - 66) / 3f),
                "gap" => -i / 6f,
                "duration" => -Vocabulary.DurationTicks(i) / 6f,
                _ => 0,
            };
        }
    };

    [Fact]
    public void Section_returns_but_for_its_cadence()
    {
        var piece = Play("AABA", bars: 32);

        Assert.Equal(Bars(piece, 0, 7), Bars(piece, 8, 15));
        Assert.NotEqual(Bars(piece, 7, 8), Bars(piece, 15, 16));
        Assert.Equal(Bars(piece, 0, 7), Bars(piece, 24, 31));
        for (int bar = 0; bar < 7; bar++)
            Assert.NotEqual(Bars(piece, bar, bar + 1), Bars(piece, 16 + bar, 17 + bar));
    }

    [Fact]
    public void Section_returns_from_48_bars_back() => Assert.Equal(
        Bars(Play("ABCDABCD", bars: 64), 0, 7), Bars(Play("ABCDEFA", bars: 56), 48, 55));

    [Fact]
    public void Varied_section_keeps_some_notes()
    {
        var piece = Play("AA'", bars: 16);

        var kept = Bars(piece, 0, 7).Intersect(Bars(piece, 8, 15)).Count() / (double)Bars(piece, 0, 7).Count;
        // A line begins unchanged, though its first note may begin earlier in the variation.
        Assert.Empty(Bars(piece, 4, 5).Except(Bars(piece, 12, 13)));
        Assert.InRange(kept, 0.4, 0.95);
    }

    [Fact]
    public void Contrasting_section_lies_higher()
    {
        double lifts = 0;
        for (uint seed = 1; seed <= 5; seed++)
        {
            var piece = Play("AB", bars: 16, seed);
            lifts += Bars(piece, 8, 16).Average(note => note.Pitch.Number) - Bars(piece, 0, 8).Average(note => note.Pitch.Number);
        }
        Assert.InRange(lifts / 5, 1, 9);
    }

    [Fact]
    public void Sections_close_with_long_notes_and_the_piece_on_its_tonic()
    {
        var major = Scale.Named.First(scale => scale.Name == "Major").Scale;
        for (uint seed = 1; seed <= 5; seed++)
        {
            var piece = Play("AABA", bars: 32, seed, Plain with { Scale = major, Tonic = 7 });
            var closes = Enumerable.Range(1, 4).Select(section => piece.Last(note => note.Onset < section * Section)).ToList();

            Assert.All(closes, note => Assert.InRange(note.Duration, Bar / 2, Bar));
            Assert.Equal([false, true, false, true], closes.Select(note => note.Pitch.Class == 7));
        }
    }

    [Fact]
    public void Generate_plays_the_piece_of_the_trainer()
    {
        using var composer = new PhraseComposer(new FakeModel { Bend = _inC }, StyleFiles.Recurrent);
        var piece = composer.Play(Meter.Common, composer.DrawSections(64, 3), Plain with { Seed = 3 });

        using var stage = new ComposerStage(new FakeModel { Bend = _inC }) { Controls = Plain with { Seed = 3 } };
        Assert.Equal(piece, Generate(stage, from: 0, to: 64, bars: 8));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Sections_return_in_answers_of_any_length(int bars)
    {
        using var stage = new ComposerStage(new FakeModel { Bend = _inC }, StyleFiles.Recurrent with { Plan = PlanOf("AABA") });
        stage.Controls = Plain;
        var piece = Generate(stage, from: 0, to: 32, bars);

        Assert.Equal(Bars(piece, 0, 7), Bars(piece, 8, 15));
        Assert.Equal(Bars(piece, 0, 7), Bars(piece, 24, 31));
        Assert.NotEqual(Bars(piece, 0, 4), Bars(piece, 16, 20));
    }

    [Fact]
    public void Answer_that_belongs_to_no_piece_has_no_sections()
    {
        using var stage = new ComposerStage(new FakeModel()) { Controls = Plain };
        using var other = new ComposerStage(new FakeModel(), StyleFiles.Recurrent with { Plan = StylePlan.General }) { Controls = Plain };

        Assert.Equal(stage.Answer(0, Section), other.Answer(0, Section));
    }

    [Fact]
    public void Free_form_has_no_sections()
    {
        using var composer = new PhraseComposer(new FakeModel(), StyleFiles.Recurrent);
        var free = Plain with { Form = AnswerForm.Free };
        var piece = composer.Play(Meter.Common, new(SectionForm.Of([0]), 1, 16), free);

        Assert.Equal(composer.Answer(new(Meter.Common, []), 0, 16 * Bar, free), piece);
    }

    [Fact]
    public void Sections_allocate_no_more_than_other_answers()
    {
        var model = new FakeModel { Bend = _inC };
        model.Inputs.EnsureCapacity(4096);
        using var stage = new ComposerStage(model) { Controls = Plain };
        Generate(stage, from: 0, to: 16, bars: 8);
        stage.Ask(16 * Bar, 24 * Bar, new() { Kind = RequestKind.Answer, Piece = new(0, 1, 1) });
        long before = GC.GetAllocatedBytesForCurrentThread();
        stage.Run();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesPerAnswer);
    }

    private static AnswerControls Plain => new(Grid.Sixteenth, 1, 0.95f, 1) { Form = AnswerForm.AsStyle };

    private static Phrase Play(string letters, int bars, uint seed = 1, AnswerControls? controls = null)
    {
        Assert.True(SectionForm.TryParse(letters, out var form));
        using var composer = new PhraseComposer(new FakeModel { Bend = _inC }, StyleFiles.Recurrent);
        return composer.Play(Meter.Common, new(form, form.Count, bars), (controls ?? Plain) with { Seed = seed });
    }

    // As the audio thread asks for answers: those that end a section close.
    private static List<Note> Generate(ComposerStage stage, int from, int to, int bars)
    {
        var notes = new List<Note>();
        var controls = stage.Controls;
        for (int bar = from; bar < to; bar += bars)
        {
            stage.Controls = controls with { Closes = (bar + bars) % 8 == 0 };
            var request = new ComposeRequest
            {
                Kind = RequestKind.Answer, Source = AnswerSource.Generated, Piece = new(0, 1, controls.Seed),
            };
            notes.AddRange(stage.Answer(bar * Bar, (bar + bars) * Bar, request)
                .Select(note => new Note((int)note.Onset, note.Duration, note.Pitch, note.Velocity)));
        }
        return notes;
    }

    // Onsets from the first of the bars, durations and pitches.
    private static List<(int Onset, int Duration, Pitch Pitch)> Bars(IEnumerable<Note> piece, int from, int to) =>
        [.. piece.Where(note => note.Onset >= from * Bar && note.Onset < to * Bar)
            .Select(note => (note.Onset - (from * Bar), note.Duration, note.Pitch))];

    private static StylePlan PlanOf(string letters)
    {
        Assert.True(SectionForm.TryParse(letters, out var sections));
        var form = new FormStatistics();
        form.Sections.Learn(sections, 5);
        return StylePlan.Of(form);
    }
}
