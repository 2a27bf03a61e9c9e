using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Tests;

public class StepRowsTests
{
    [Fact]
    public void Rows_hold_the_phrase_and_its_end()
    {
        var tune = TestTunes.Tune(1, pickup: 12);
        var rows = StepRows.FromPhrases([tune])[0];
        Assert.Equal(tune.Count + 1, rows.Count);
        Assert.Equal(tune.Select(note => (short)note.Pitch.Number).Append((short)Column.NoScore), rows[Column.PitchScored].ToArray());
        Assert.Equal(Vocabulary.End, rows[Column.IoiScored][^1]);
        Assert.Equal(tune.Select(note => (short)(note.Onset % tune.Meter.BarTicks)), rows[Column.NextBarPosition][..^1].ToArray());
        Assert.Equal(Vocabulary.BarCycle - 1, rows[Column.Bar][0]);    // a pickup is before the first bar
    }

    [Fact]
    public void A_transposed_batch_is_the_batch_of_the_transposed_tune()
    {
        var tune = TestTunes.Tune(4);
        var transposed = new Batch([new(StepRows.FromPhrases([tune])[0], 0, tune.Count + 1, 5, MeterKnown: true)]);
        var batch = new Batch([BatchItem.Whole(StepRows.FromPhrases([TestTunes.Transposed(tune, 5)])[0])]);
        // The last row has no next pitch, so its value does not matter.
        foreach (int column in Enumerable.Range(0, Column.Count).Except([Column.NextPitch]))
            Assert.Equal(batch[column].contiguous().data<long>().ToArray(), transposed[column].contiguous().data<long>().ToArray());
    }

    [Fact]
    public void What_the_form_memory_knows_is_transposed_with_the_tune()
    {
        var tune = TestTunes.Tune(4);
        foreach (int semitones in (int[])[-4, 5])
        {
            var rows = StepRows.FromPhrases([tune], form: true)[0];
            var transposed = new Batch([new(rows, 0, tune.Count + 1, semitones, MeterKnown: true)]);
            var batch = new Batch([BatchItem.Whole(StepRows.FromPhrases([TestTunes.Transposed(tune, semitones)], form: true)[0])]);
            Assert.Equal(batch.Form!.data<long>().ToArray(), transposed.Form!.data<long>().ToArray());
            foreach (var attribute in Enum.GetValues<NoteAttribute>())
                Assert.Equal(FormChains(batch, attribute), FormChains(transposed, attribute));
        }

        static float[] FormChains(Batch batch, NoteAttribute attribute) =>
            batch.MotifsFor(attribute).narrow(2, MotifPredictor.Chains(attribute), FormPredictor.Chains(attribute)).contiguous()
                .data<float>().ToArray();
    }

    [Fact]
    public void Rows_hold_what_each_reference_predicted_for_the_actual_notes()
    {
        var tune = TestTunes.Tune(7);    // each part of four bars is repeated
        var rows = StepRows.FromPhrases([tune], form: true)[0];
        int first = MotifRows.First(NoteAttribute.Pitch, form: true) + MotifPredictor.Chains(NoteAttribute.Pitch);
        const int FourBars = 2;
        int bar = tune.Meter.BarTicks;
        for (int row = 0; row < tune.Count; row++)
        {
            double expected = tune[row].Onset / bar is (>= 4 and < 8) or (>= 12 and < 16) ? 1 : -1;
            if (expected > 0)
                Assert.Equal(expected, rows.Motifs.Prediction(row, first + FourBars).Probability);
        }
        Assert.Equal(MotifRows.ChainCount(form: true) * MotifRows.PerChain, rows.Motifs.PerRow);
    }

    [Fact]
    public void Every_class_of_a_batch_is_within_its_table()
    {
        int[] tables =
        [
            Vocabulary.Pitches + 1, Vocabulary.Iois + 1, Vocabulary.Durations + 1, Vocabulary.BarPositions, Vocabulary.Meters,
            Vocabulary.BarCycle, KeyTracker.Keys, 4,
            Vocabulary.Pitches + 1, Vocabulary.Iois + 1, Vocabulary.Durations + 1, MotifHint.Lengths,
            Vocabulary.Iois, Vocabulary.Pitches, Vocabulary.Durations, Vocabulary.BarPositions,
        ];
        Phrase[] tunes = [TestTunes.Tune(1), TestTunes.Tune(2, new(4, 2)),
            new(new(11, 16), [new(0, 5000, new(60), 1), new(4000, 1, new(61), 127)])];
        var config = new TrainConfig { BatchTunes = 3 };
        for (int epoch = 0; epoch < 20; epoch++)
        {
            var batch = new Batch(BatchPlan.Create(StepRows.FromPhrases(tunes.Select((tune, i) => (tune, i + 1))), config, 1, epoch)[0]);
            for (int column = 0; column < tables.Length; column++)
                Assert.All(batch[column].contiguous().data<long>().ToArray(), value => Assert.InRange(value, 0, tables[column] - 1));
        }
    }

    [Fact]
    public void Rows_hold_the_motif_predictions_of_the_actual_notes()
    {
        var tune = TestTunes.Tune(7);
        var rows = StepRows.FromPhrases([tune])[0];
        var encoder = new NoteEncoder(new MotifMemory());
        var predictions = new MotifPredictor(encoder);
        TuneReader.Start(encoder, tune);
        var pitch = new PredictionBuffer(NoteAttribute.Pitch);
        int first = MotifChain.First(NoteAttribute.Pitch);
        foreach (var (step, row) in NoteEncoder.Encode(tune).Where(step => step.IsNote).Select((step, row) => (step, row)))
        {
            predictions.Pitch(step.Ioi, pitch.AllProbabilities, pitch.AllFeatures);
            for (int chain = 0; chain < pitch.Chains; chain++)
                Assert.Equal((pitch.Probabilities(chain)[step.Pitch], MotifPredictor.Matched(pitch.Features(chain))),
                    rows.Motifs.Prediction(row, first + chain));
            encoder.Push(step);
        }
    }

    [Fact]
    public void Seed_and_epoch_determine_the_plan()
    {
        StepRows[] tunes = StepRows.FromPhrases(Enumerable.Range(0, 30).Select(seed => TestTunes.Tune(seed)));
        var config = new TrainConfig { BatchTunes = 4 };
        Assert.Equal(BatchPlan.Create(tunes, config, 1, 2).SelectMany(items => items),
            BatchPlan.Create(tunes, config, 1, 2).SelectMany(items => items));
        Assert.NotEqual(BatchPlan.Create(tunes, config, 1, 2).SelectMany(items => items),
            BatchPlan.Create(tunes, config, 1, 3).SelectMany(items => items));
        Assert.Equal(tunes.Order(Comparer<StepRows>.Create((left, right) => Array.IndexOf(tunes, left) - Array.IndexOf(tunes, right))),
            BatchPlan.Create(tunes, config, 1, 2).SelectMany(items => items).Select(item => item.Rows)
                .OrderBy(rows => Array.IndexOf(tunes, rows)));
    }
}
