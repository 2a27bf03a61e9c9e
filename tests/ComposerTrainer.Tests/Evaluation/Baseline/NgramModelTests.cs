using ComposerPlugin.Composing;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class NgramModelTests
{
    private static readonly DataSet _data = new(Tunes(0, 20), Tunes(30, 6), Tunes(40, 6));

    [Fact]
    public void Chain_gives_a_candidate_note_the_prediction_of_the_actual_note()
    {
        NgramTune[] corpus = [.. _data.Train.Select(tune => new NgramTune(tune.Phrase))];
        var phrase = _data.Test[0].Phrase;
        foreach (var chain in MotifChain.All.Where(chain => !chain.HoldsPitches))
        {
            var predictions = new CorpusChain(chain, corpus);
            var expected = predictions.Predict([new NgramTune(phrase)]);
            var encoder = NewEncoder(phrase);
            foreach (var (step, note) in NoteEncoder.Encode(phrase).Where(step => step.IsNote).Select((step, note) => (step, note)))
            {
                var candidate = Candidate(encoder, chain.Attribute, step);
                var actual = predictions.Predict(encoder.Memory, [candidate]);
                Assert.Equal((expected.Probability(note), expected.Matched(note)), (actual.Probability(0), actual.Matched(0)));
                encoder.Push(step);
            }
        }
    }

    [Fact]
    public void Probabilities_of_each_choice_sum_to_1()
    {
        var phrase = _data.Test[1].Phrase;
        using var model = new NgramModel(_data, 80);
        model.Expect(phrase);
        var encoder = NewEncoder(phrase);
        foreach (var step in NoteEncoder.Encode(phrase).Take(20))
        {
            model.Advance(encoder.Input);
            int barPosition = encoder.BarPositionAt(encoder.Onset + step.Ioi);
            // The logits omit the tune's end, which has a probability above 0.
            Assert.InRange(Sum(model.IoiLogits()), 0.9, 1 + 1e-5);
            // Nor have they the pitches outside the range.
            Assert.InRange(Sum(model.PitchLogits(step.Ioi, barPosition)), 0.9, 1 + 1e-5);
            Assert.Equal(1, Sum(model.DurationLogits(step.Ioi, step.Pitch, barPosition)), 1e-5);
            encoder.Push(step);
        }
    }

    [Fact]
    public void Model_continues_a_repeated_motif()
    {
        using var model = new NgramModel(_data, 80);
        using var continuation = new PhraseComposer(model, Style());
        int[] motif = [60, 67, 61, 70, 62, 73];
        var prompt = Notes.Line(24, [.. Enumerable.Range(0, 24).Select(i => motif[i % motif.Length])]);

        var answer = continuation.Answer(prompt, 24 * 24, 32 * 24, new(Grid.Sixteenth, 0, 1, 1));

        // Only the answer's beginning repeats the motif: its last note is long.
        Assert.Equal(motif, answer.Take(motif.Length).Select(note => (int)note.Pitch.Number));
        Assert.Equal(answer, continuation.Answer(prompt, 24 * 24, 32 * 24, new(Grid.Sixteenth, 0, 1, 1)));
    }

    [Fact]
    public void Continuation_stays_near_the_range_of_the_prompt()
    {
        using var model = new NgramModel(_data, 80);
        using var continuation = new PhraseComposer(model, Style());
        // Rises without end, as far as the intervals go.
        var prompt = Notes.Line(24, [.. Enumerable.Range(0, 24).Select(i => 55 + i)]);
        model.Expect(prompt);

        var answer = continuation.Answer(prompt, 24 * 24, 64 * 24, new(Grid.Sixteenth, 1, 1, 1));

        var (lowest, highest) = PromptRange.Fit(_data.Valid).After(prompt);
        Assert.InRange(highest, 78, 97);
        Assert.All(answer, note => Assert.InRange(note.Pitch.Number, lowest, highest));
    }

    [Fact]
    public void Range_beyond_the_prompt_holds_the_notes_of_the_tunes()
    {
        // Bars of C to F, then one bar a fifth higher, up to C.
        int[] low = [60, 62, 64, 65], high = [67, 69, 71, 72];
        var tune = FormExcerpt.Bars(0, low, low, low, low, low, low, low, low, low, low, low, high);
        Assert.Equal((53, 72), PromptRange.Fit([new("tune", 0, tune)]).After(FormExcerpt.Bars(0, low)));
        Assert.Equal(Pitch.Count, PromptRange.Fit([]).Beyond);
    }

    private static StyleFile Style() => new()
    {
        Id = "baseline",
        Name = "Baseline",
        Type = ModelType.Lstm,
        Graphs = new Dictionary<string, string>(),
        Vocabulary = StyleVocabulary.Current,
        PitchRange = new() { Lowest = 55, Highest = 86 },
        Polyphony = 1,
        MeanVelocity = 80,
    };

    private static Tune[] Tunes(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(seed => new Tune($"{seed}", seed, TestTunes.Tune(seed)))];

    private static NoteEncoder NewEncoder(Phrase phrase)
    {
        var encoder = new NoteEncoder(new MotifMemory());
        encoder.Start(phrase.Meter, 0);
        return encoder;
    }

    private static MotifNote Candidate(NoteEncoder encoder, NoteAttribute attribute, NoteStep step)
    {
        var expected = encoder.Expected with { Ioi = step.Ioi, Rest = (int)encoder.RestAtZeroIoi + step.Ioi };
        if (attribute == NoteAttribute.Timing)
            return expected;
        expected = expected with { BarPosition = encoder.BarPositionAt(encoder.Onset + step.Ioi), Pitch = step.Pitch };
        return attribute == NoteAttribute.Pitch ? expected : expected with { Duration = step.Duration };
    }

    private static double Sum(ReadOnlySpan<float> logits)
    {
        double sum = 0;
        foreach (float logit in logits)
            sum += Math.Exp(logit);
        return sum;
    }
}
