using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing.Tests;

public sealed class PhraseComposerTests
{
    [Theory]
    [InlineData(4, 4, 1, 1u)]
    [InlineData(4, 4, 3, 2u)]
    [InlineData(6, 8, 1, 3u)]
    [InlineData(7, 8, 4, 4u)]
    public void Answer_equals_the_workers_to_the_same_notes(int numerator, int denominator, int polyphony, uint seed)
    {
        var meter = new Meter(numerator, denominator);
        var style = StyleFiles.Recurrent with { Polyphony = polyphony };
        var prompt = Prompt(meter, chords: polyphony > 1);
        var controls = new AnswerControls(Grid.Sixteenth, 1.1f, 0.9f, seed);
        int begin = 3 * meter.BarTicks, end = 8 * meter.BarTicks;

        using var continuation = new PhraseComposer(new FakeModel(), style);
        var answer = continuation.Answer(prompt, begin, end, controls);

        using var stage = new ComposerStage(new FakeModel(), style) { Meter = meter, Controls = controls };
        Play(stage, prompt);
        Assert.Equal(Notes(stage.Answer(begin, end)), answer);
        Assert.Equal(answer.Count, continuation.NoteMilliseconds.Count);
        Assert.Equal(answer, continuation.Answer(prompt, begin, end, controls));
    }

    [Fact]
    public void Answer_of_a_style_equals_the_workers()
    {
        using var folder = new TemporaryFolder();
        TinyStyle.Write(folder.Path);
        var prompt = Prompt(Meter.Common, chords: false);
        var controls = new AnswerControls(Grid.Eighth, 1, 0.95f, 9);

        using var style = LoadedStyle.Load(folder.Path);
        using var continuation = new PhraseComposer(style);
        var answer = continuation.Answer(prompt, 200, 96 * 6, controls);

        using var stage = new ComposerStage { Controls = controls };
        stage.Composer.UseStyle(folder.Path);
        stage.Run();
        Play(stage, prompt);
        Assert.Equal(Notes(stage.Answer(200, 96 * 6)), answer);
    }

    [Fact]
    public void Style_temperature_multiplies_the_controls()
    {
        var prompt = Prompt(Meter.Common, chords: false);
        var cool = StyleFiles.Recurrent with { Controls = new() { Temperature = 0.5 } };
        using var plain = new PhraseComposer(new FakeModel(), StyleFiles.Recurrent);
        using var cooler = new PhraseComposer(new FakeModel(), cool);

        var half = plain.Answer(prompt, 200, 96 * 6, new(Grid.Eighth, 0.5f, 0.95f, 9));

        Assert.Equal(half, cooler.Answer(prompt, 200, 96 * 6, new(Grid.Eighth, 1, 0.95f, 9)));
        Assert.NotEqual(half, plain.Answer(prompt, 200, 96 * 6, new(Grid.Eighth, 1, 0.95f, 9)));
    }

    [Fact]
    public void Long_answer_is_a_sequence_of_worker_answers()
    {
        var controls = new AnswerControls(Grid.Sixteenth, 1, 1, 5);
        const int Half = 96 * PhraseComposer.MostBarsAtOnce;

        using var continuation = new PhraseComposer(new FakeModel(), StyleFiles.Recurrent);
        var answer = continuation.Answer(new(Meter.Common, []), 0, Half + 96, controls);

        using var stage = new ComposerStage(new FakeModel()) { Controls = controls };
        stage.Controls = controls with { Closes = false };
        var half = Notes(stage.Answer(0, Half)).ToList();
        stage.Controls = controls;
        Assert.Equal([.. half, .. Notes(stage.Answer(Half, Half + 96))], answer);
        Assert.InRange(answer.End, Half + 1, Half + 96);
    }

    [Fact]
    public void Model_of_NaN_logits_is_an_error()
    {
        var model = new FakeModel { Bend = (_, logits) => logits.AsSpan().Fill(float.NaN) };
        using var continuation = new PhraseComposer(model, StyleFiles.Recurrent);

        Assert.Throws<InvalidOperationException>(() => continuation.Answer(new(Meter.Common, []), 0, 96, new(Grid.Sixteenth, 1, 1, 1)));
    }

    // A pickup, then eighths; with chords, every fourth is a chord.
    private static Phrase Prompt(Meter meter, bool chords)
    {
        var notes = new List<Note> { new(meter.BarTicks - 12, 12, new(62), 70) };
        for (int onset = meter.BarTicks; onset < 3 * meter.BarTicks; onset += 12)
        {
            notes.Add(new(onset, 12, new((byte)(60 + (onset * 5 / 12 % 17))), 90));
            if (chords && onset % 48 == 0)
                notes.Add(new(onset, 12, new(80), 90));
        }
        return new(meter, notes);
    }

    private static void Play(ComposerStage stage, Phrase prompt)
    {
        foreach (var note in prompt)
            stage.Note(note.Onset, note.Duration, note.Pitch.Number, note.Velocity);
    }

    private static IEnumerable<Note> Notes(List<TimedNote> answer) =>
        answer.Select(note => new Note((int)note.Onset, note.Duration, note.Pitch, note.Velocity));
}
