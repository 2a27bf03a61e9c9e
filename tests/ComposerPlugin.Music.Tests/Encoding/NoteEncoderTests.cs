namespace ComposerPlugin.Music.Tests;

public class NoteEncoderTests
{
    [Fact]
    public void Every_quantised_phrase_is_reconstructed_from_its_steps()
    {
        for (int seed = 0; seed < 2000; seed++)
        {
            var phrase = RandomPhrases.Next(new Random(seed));
            var decoded = NoteEncoder.Decode(phrase.Meter, NoteEncoder.Encode(phrase));
            Assert.True(phrase.Equals(decoded), $"seed {seed}");
        }
    }

    [Fact]
    public void A_triplet_and_a_thirty_second_keep_their_ticks()
    {
        Phrase phrase = new(new(6, 8), [new(0, 8, new(60), 2), new(8, 8, new(62), 2), new(16, 3, new(64), 2), new(19, 53, new(65), 2)]);
        Assert.Equal([0, 8, 16, 19], NoteEncoder.Decode(phrase.Meter, NoteEncoder.Encode(phrase)).Select(note => note.Onset));
    }

    [Fact]
    public void A_note_tied_over_the_bar_line_is_one_step()
    {
        Phrase phrase = new(Meter.Common, [new(72, 48, new(60), 62)]);
        var steps = NoteEncoder.Encode(phrase);
        Assert.Equal(2, steps.Count);
        Assert.Equal(48, Vocabulary.DurationTicks(steps[0].Duration));
    }

    [Fact]
    public void A_rest_longer_than_any_ioi_class_takes_wait_steps()
    {
        Phrase phrase = new(Meter.Common, [new(0, 24, new(60), 62), new(1000, 24, new(62), 62)]);
        var steps = NoteEncoder.Encode(phrase);
        Assert.Equal(1000 / Vocabulary.ExactTicks, steps.Count(step => step.Ioi == Vocabulary.Wait));
        Assert.Equal(phrase, NoteEncoder.Decode(phrase.Meter, steps));
    }

    [Fact]
    public void A_model_reads_the_bar_position_after_the_last_note()
    {
        var encoder = new NoteEncoder(new MotifMemory());
        encoder.Start(new(3, 4), 0);
        Assert.Equal((Vocabulary.NoPitch, 0, 0), (encoder.Input.Pitch, encoder.Input.BarPosition, encoder.Input.Bar));

        encoder.Push(new(0, 60, Vocabulary.DurationClass(24), 20));
        Assert.Equal((60, 24, 0), (encoder.Input.Pitch, encoder.Input.BarPosition, encoder.Input.Bar));

        encoder.Push(new(24, 62, Vocabulary.DurationClass(60), 20));
        Assert.Equal((62, 12, 1), (encoder.Input.Pitch, encoder.Input.BarPosition, encoder.Input.Bar));
        Assert.Equal(Vocabulary.MeterClass(new(3, 4)), encoder.Input.Meter);
    }

    [Fact]
    public void The_bar_before_the_first_is_that_of_the_pickup()
    {
        var encoder = new NoteEncoder(new MotifMemory());
        encoder.Start(Meter.Common, 0, pickup: NoteEncoder.IsPickup(84, Meter.Common));
        Assert.Equal(Vocabulary.BarCycle - 1, encoder.Input.Bar);
        encoder.Push(new(84, 60, Vocabulary.DurationClass(12), 20));
        Assert.Equal((0, 0), (encoder.Input.BarPosition, encoder.Input.Bar));
    }

    [Fact]
    public void Skipped_silent_bars_change_neither_bar_position_nor_bar_number()
    {
        var encoder = new NoteEncoder(new MotifMemory());
        encoder.Start(Meter.Common, 1000);
        encoder.Push(new(12, 60, Vocabulary.DurationClass(12), 20));
        var before = encoder.Input;
        encoder.SkipSilence(5);
        Assert.Equal(before, encoder.Input);
        Assert.Equal(1012 + (5 * 96), encoder.Onset);
    }

    [Fact]
    public void Another_meter_counts_from_its_own_bar_line()
    {
        var encoder = new NoteEncoder(new MotifMemory());
        encoder.Start(Meter.Common, 0);
        encoder.Push(new(0, 60, Vocabulary.DurationClass(96), 20));
        encoder.ChangeMeter(new(6, 8), 96);
        Assert.Equal((0, 1, Vocabulary.MeterClass(new(6, 8))), (encoder.Input.BarPosition, encoder.Input.Bar, encoder.Input.Meter));
        encoder.Push(new(96 + 72, 62, Vocabulary.DurationClass(6), 20));
        Assert.Equal((6, 2), (encoder.Input.BarPosition, encoder.Input.Bar));
    }

    [Fact]
    public void Returning_to_a_mark_forgets_what_came_after()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var steps = NoteEncoder.Encode(RandomPhrases.Next(random)).Where(step => step.IsNote).ToList();
            int kept = random.Next(steps.Count + 1);
            var encoder = new NoteEncoder(new MotifMemory());
            steps.Take(kept).ToList().ForEach(encoder.Push);
            var (input, mark) = (encoder.Input, encoder.Here());
            steps.Skip(kept).ToList().ForEach(encoder.Push);
            encoder.Return(mark);
            Assert.Equal(input, encoder.Input);
        }
    }
}
