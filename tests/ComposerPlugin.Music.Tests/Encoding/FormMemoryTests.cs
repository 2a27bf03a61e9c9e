namespace ComposerPlugin.Music.Tests;

public class FormMemoryTests
{
    private const int Quarter = Ticks.PerQuarter;

    // References by their distance in bars.
    private const int OneBar = 0, TwoBars = 1, FourBars = 2, EightBars = 3, SixteenBars = 4;

    private static readonly int[] _a = [60, 62, 64, 65], _b = [67, 65, 64, 62], _c = [72, 71, 69, 67];

    [Fact]
    public void Empty_memory_knows_nothing()
    {
        var encoder = Started(Meter.Common);
        Assert.Equal(FormHint.None, encoder.Form);
        Assert.Equal(FormHint.None, encoder.Input.Form);
        for (int reference = 0; reference < FormMemory.References; reference++)
        {
            Assert.False(encoder.Form.Reference(reference).IsDue);
            Assert.False(encoder.TryForm(reference, Quarter, out _));
        }
    }

    [Fact]
    public void Each_lag_gives_the_note_that_stood_there()
    {
        var encoder = Started(Meter.Common);
        for (int bar = 0; bar < 17; bar++)
            Play(encoder, 60 + bar, 60 + bar, 60 + bar, 60 + bar);
        Play(encoder, 90);    // the first note of bar 17; the second is due
        foreach (var (reference, lag) in new[] { (OneBar, 1), (TwoBars, 2), (FourBars, 4), (EightBars, 8), (SixteenBars, 16) })
        {
            var due = encoder.Form.Reference(reference);
            Assert.Equal((Quarter, 60 + 17 - lag, Vocabulary.DurationClass(Quarter)), (due.Ioi, due.Pitch, due.Duration));
        }
    }

    [Fact]
    public void The_first_note_of_the_next_bar_is_due_at_the_end_of_a_bar()
    {
        // aabc: after the second a, two bars ago stood the first one.
        var encoder = Started(Meter.Common);
        Play(encoder, [.. _a, .. _a, .. _b, .. _c]);
        Assert.Equal(60, encoder.Form.Reference(FourBars).Pitch);
        Assert.Equal(_b[0], encoder.Form.Reference(TwoBars).Pitch);
        Assert.Equal(_c[0], encoder.Form.Reference(OneBar).Pitch);
    }

    [Fact]
    public void Run_counts_the_last_notes_that_followed()
    {
        var encoder = Started(Meter.Common);
        Play(encoder, [.. _a, .. _b, .. _a, .. _b]);
        var two = encoder.Form.Reference(TwoBars);
        Assert.Equal((8, 8), (two.Run, two.Followed));
        Assert.Equal(0, encoder.Form.Reference(OneBar).Run);

        Play(encoder, 61);    // instead of 60
        two = encoder.Form.Reference(TwoBars);
        Assert.Equal((0, 8), (two.Run, two.Followed));
        Play(encoder, _a[1]);
        Assert.Equal((1, 9), (encoder.Form.Reference(TwoBars).Run, encoder.Form.Reference(TwoBars).Followed));
    }

    [Fact]
    public void Counts_end_at_the_window()
    {
        var encoder = Started(Meter.Common);
        for (int bar = 0; bar < 8; bar++)
            Play(encoder, _a);
        var one = encoder.Form.Reference(OneBar);
        Assert.Equal((FormMemory.Window, FormMemory.Window, FormMemory.Window), (one.Run, one.Followed, one.Rhythm));
        Assert.Equal((FormReference.UnisonSteps, FormMemory.Window), (one.Steps, one.StepsRun));
        Assert.False(one.IsTransposed);
    }

    [Fact]
    public void The_same_rhythm_on_other_notes_is_counted_apart()
    {
        var encoder = Started(Meter.Common);
        Push(encoder, (0, 60, 36), (36, 62, 12), (12, 64, 48));
        Push(encoder, (48, 71, 36), (36, 66, 12), (12, 61, 48));
        var one = encoder.Form.Reference(OneBar);
        Assert.Equal((0, 0, 3), (one.Run, one.Followed, one.Rhythm));
        Push(encoder, (48, 71, 24), (24, 60, 24));    // another rhythm: the first note comes when it is due, the second does not
        Assert.Equal(3, encoder.Form.Reference(OneBar).Rhythm - 1);
    }

    [Fact]
    public void A_sequence_one_step_higher_has_its_steps()
    {
        var encoder = Started(Meter.Common);
        Play(encoder, 60, 62, 64, 60, 65, 64, 62, 60);    // makes the key C major
        Play(encoder, 64, 65, 67, 64);
        Play(encoder, 65, 67, 69);    // a step higher than the bar before: a whole tone is due from E to F as from F to G
        var one = encoder.Form.Reference(OneBar);
        Assert.Equal(FormReference.UnisonSteps + 1, one.Steps);
        Assert.Equal(3, one.StepsRun);
        Assert.True(one.IsTransposed);
        Assert.Equal(64, one.Pitch);
    }

    [Fact]
    public void The_opening_is_due_at_the_next_bar_line_until_it_returns()
    {
        var encoder = Started(Meter.Common);
        foreach (int[] bar in (int[][])[_a, _b, _c])
        {
            Play(encoder, bar);
            var waiting = encoder.Form.Reference(FormMemory.Opening);
            Assert.Equal((Quarter, _a[0]), (waiting.Ioi, waiting.Pitch));
        }
        Play(encoder, 50);    // a bar that does not return
        var next = encoder.Form.Reference(FormMemory.Opening);
        Assert.Equal((4 * Quarter, _a[0]), (next.Ioi, next.Pitch));
    }

    [Fact]
    public void A_returned_opening_is_followed_from_bar_to_bar()
    {
        // A phrase of three bars: no lag points to its beginning.
        var encoder = Started(Meter.Common);
        Play(encoder, [.. _a, .. _b, .. _c]);
        Play(encoder, _a);
        Assert.Equal(_b[0], encoder.Form.Reference(FormMemory.Opening).Pitch);
        Assert.Equal(4, encoder.Form.Reference(FormMemory.Opening).Run);
        Play(encoder, [_b[0], _b[1], 40, _b[3]]);    // varied
        Assert.Equal(_c[0], encoder.Form.Reference(FormMemory.Opening).Pitch);
    }

    [Fact]
    public void A_pickup_belongs_to_the_opening()
    {
        var encoder = Started(Meter.Common);
        Push(encoder, (72, 55, Quarter));
        Assert.Equal(0, encoder.Form.Place - 1);    // the bar line after it
        Play(encoder, [.. _a, 67, 65, 64]);
        var opening = encoder.Form.Reference(FormMemory.Opening);
        Assert.Equal((Quarter, 55), (opening.Ioi, opening.Pitch));
        Play(encoder, 55);
        Assert.Equal(_a[0], encoder.Form.Reference(FormMemory.Opening).Pitch);
        Assert.Equal(1, encoder.Form.Reference(FormMemory.Opening).Run);
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(6, 8)]
    [InlineData(9, 8)]
    [InlineData(7, 8)]
    public void Bars_are_those_of_the_meter(int numerator, int denominator)
    {
        Meter meter = new(numerator, denominator);
        int eighths = meter.BarTicks / 12;
        var encoder = Started(meter);
        for (int note = 0; note < 2 * eighths; note++)
            Push(encoder, (note == 0 ? 0 : 12, 60 + note, 12));
        Push(encoder, (12, 90, 12));    // the first of bar 2
        Assert.Equal((12, 60 + eighths + 1), (encoder.Form.Reference(OneBar).Ioi, encoder.Form.Reference(OneBar).Pitch));
        Assert.Equal((12, 61), (encoder.Form.Reference(TwoBars).Ioi, encoder.Form.Reference(TwoBars).Pitch));
    }

    [Fact]
    public void References_do_not_reach_behind_a_change_of_meter()
    {
        var encoder = Started(Meter.Common);
        Play(encoder, [.. _a, .. _b]);
        encoder.ChangeMeter(new(3, 4), 2 * 96);
        for (int reference = 0; reference < FormMemory.References; reference++)
            Assert.False(encoder.Form.Reference(reference).IsDue);
        Assert.Equal(0, encoder.Form.Place);
        Play(encoder, 72, 74, 76, 77);
        Assert.Equal(74, encoder.Form.Reference(OneBar).Pitch);
        Assert.Equal((72, 72), (encoder.Form.Reference(TwoBars).Ioi, encoder.Form.Reference(TwoBars).Pitch));    // at the next bar line
        Assert.False(encoder.Form.Reference(FourBars).IsDue);
    }

    [Fact]
    public void The_notes_of_a_chord_are_due_one_after_another()
    {
        var encoder = Started(Meter.Common);
        int[] chord = [60, 64, 67];
        for (int beat = 0; beat < 4; beat++)
        {
            for (int voice = 0; voice < 3; voice++)
                Push(encoder, (voice > 0 || beat == 0 ? 0 : Quarter, chord[voice] + beat, Quarter));
        }
        Push(encoder, (Quarter, 60, Quarter));
        Assert.Equal((0, 64), (encoder.Form.Reference(OneBar).Ioi, encoder.Form.Reference(OneBar).Pitch));
        Assert.True(encoder.TryForm(OneBar, 0, out var second));
        Assert.Equal(64, second.Pitch);
        Push(encoder, (0, 64, Quarter), (0, 67, Quarter));
        Assert.Equal((Quarter, 61), (encoder.Form.Reference(OneBar).Ioi, encoder.Form.Reference(OneBar).Pitch));
        Assert.Equal(3, encoder.Form.Reference(OneBar).Run);
    }

    [Fact]
    public void What_stood_at_an_onset_is_found_whatever_is_due()
    {
        var encoder = Started(Meter.Common);
        Play(encoder, [.. _a, 60]);
        Assert.True(encoder.TryForm(OneBar, 2 * Quarter, out var third));
        Assert.Equal(_a[2], third.Pitch);
        Assert.False(encoder.TryForm(OneBar, 12, out _));    // between two notes
        Assert.False(encoder.TryForm(TwoBars, Quarter, out _));
    }

    [Fact]
    public void A_rest_of_several_bars_is_counted_in_bars()
    {
        var encoder = Started(Meter.Common);
        Play(encoder, _a);
        encoder.Push(NoteStep.Wait);    // two bars
        Push(encoder, (Quarter, 60, Quarter));
        // The fourth bar begins; the first returns four bars later at the next bar line.
        Assert.Equal(1 + 3, encoder.Form.Place);
        Assert.Equal((96, _a[0]), (encoder.Form.Reference(FourBars).Ioi, encoder.Form.Reference(FourBars).Pitch));
        Assert.False(encoder.Form.Reference(EightBars).IsDue);
    }

    [Fact]
    public void Skipped_silence_does_not_count()
    {
        var encoder = Started(Meter.Common);
        Play(encoder, _a);
        encoder.SkipSilence(5);
        Assert.Equal(_a[0], encoder.Form.Reference(OneBar).Pitch);
        Play(encoder, _a[0]);
        Assert.Equal((1, _a[1]), (encoder.Form.Reference(OneBar).Run, encoder.Form.Reference(OneBar).Pitch));
    }

    [Fact]
    public void A_phrase_can_be_opened_later()
    {
        var encoder = Started(Meter.Common);
        Play(encoder, [.. _a, .. _b]);
        encoder.BeginPhrase();
        Assert.Equal(0, encoder.Form.Place);
        Play(encoder, _c);
        var opening = encoder.Form.Reference(FormMemory.Opening);
        Assert.Equal((Quarter, _c[0]), (opening.Ioi, opening.Pitch));
        Assert.Equal(2, encoder.Form.Place);
    }

    [Fact]
    public void Places_run_in_a_circle_after_the_first_bars()
    {
        var encoder = Started(Meter.Common);
        var places = new List<int>();
        for (int bar = 0; bar < 34; bar++)
        {
            Push(encoder, (bar == 0 ? 0 : 96, 60, Quarter));
            places.Add(encoder.Form.Place);
        }
        Assert.Equal([.. Enumerable.Range(1, 16), .. Enumerable.Range(17, 16), 17, 18], places);
    }

    [Fact]
    public void Returning_to_a_mark_gives_the_same_hint()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var encoder = Started(seed % 2 == 0 ? Meter.Common : new(6, 8));
            for (int i = 0; i < 60; i++)
                encoder.Push(RandomStep(random));
            var (hint, mark) = (encoder.Form, encoder.Here());
            for (int i = 0; i < 40; i++)
                encoder.Push(RandomStep(random));
            encoder.BeginPhrase();
            encoder.Return(mark);
            Assert.Equal(hint, encoder.Form);
            var next = RandomStep(random);
            encoder.Push(next);
            var after = encoder.Form;
            encoder.Return(mark);
            encoder.Push(next);
            Assert.Equal(after, encoder.Form);
        }
    }

    [Fact]
    public void A_full_memory_keeps_what_the_lags_need()
    {
        var (small, large) = (new NoteEncoder(new MotifMemory(32)), new NoteEncoder(new MotifMemory(1024)));
        small.Start(Meter.Common, 0);
        large.Start(Meter.Common, 0);
        var random = new Random(4);
        for (int note = 0; note < 300; note++)
        {
            NoteStep step = new(Quarter, 60 + random.Next(12), Vocabulary.DurationClass(Quarter), 20);
            small.Push(step);
            large.Push(step);
            // At least 15 notes are left: three bars of four.
            for (int reference = OneBar; reference <= TwoBars; reference++)
                Assert.Equal(large.Form.Reference(reference).Pitch, small.Form.Reference(reference).Pitch);
        }
    }

    [Fact]
    public void All_classes_are_in_range()
    {
        int[] classes =
        [
            Vocabulary.NoIoi, Vocabulary.NoPitch, Vocabulary.NoDuration, FormReference.Counts - 1, FormReference.Counts - 1,
            FormReference.Counts - 1, FormReference.StepClasses - 1, FormReference.Counts - 1,
        ];
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var encoder = Started(seed % 2 == 0 ? Meter.Common : new(6, 8));
            for (int i = 0; i < 200; i++)
            {
                encoder.Push(random.Next(30) == 0 ? NoteStep.Wait : RandomStep(random));
                Assert.InRange(encoder.Form.Place, 0, FormHint.Places - 1);
                for (int column = 0; column < FormHint.Length - 1; column++)
                    Assert.InRange(encoder.Form.Classes[1 + column], 0, classes[column % FormHint.Columns]);
            }
        }
    }

    [Fact]
    public void Hints_move_with_the_key()
    {
        int[] tune = [60, 62, 64, 60, 65, 64, 62, 60, 64, 65, 67, 64, 65, 67, 69, 65, 60, 62, 64, 60, 67, 67, 60, 60];
        for (int semitones = -11; semitones <= 12; semitones++)
        {
            var (here, moved) = (Started(Meter.Common), Started(Meter.Common));
            foreach (int pitch in tune)
            {
                Play(here, pitch);
                Play(moved, pitch + semitones);
                for (int reference = 0; reference < FormMemory.References; reference++)
                {
                    var (one, other) = (here.Form.Reference(reference), moved.Form.Reference(reference));
                    Assert.Equal(one.IsDue ? one with { Pitch = one.Pitch + semitones } : one, other);
                }
            }
        }
    }

    [Fact]
    public void Steady_state_allocates_nothing()
    {
        var encoder = Started(Meter.Common);
        Play(encoder, [.. _a, .. _b, .. _a, .. _c]);
        long sum = 0, before = GC.GetAllocatedBytesForCurrentThread();
        for (int note = 0; note < 3000; note++)
        {
            encoder.Push(new(Quarter, _a[note % 4], Vocabulary.DurationClass(Quarter), 20));
            sum += encoder.Form.Place;
            if (note % 50 == 0)
                encoder.Return(encoder.Here());
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);
    }

    private static NoteEncoder Started(Meter meter)
    {
        var encoder = new NoteEncoder(new MotifMemory(1024));
        encoder.Start(meter, 0);
        return encoder;
    }

    // Quarters, each after the one before.
    private static void Play(NoteEncoder encoder, params int[] pitches)
    {
        foreach (int pitch in pitches)
            encoder.Push(new(encoder.Memory.Count == 0 ? 0 : Quarter, pitch, Vocabulary.DurationClass(Quarter), 20));
    }

    private static void Push(NoteEncoder encoder, params (int Ioi, int Pitch, int Duration)[] notes)
    {
        foreach (var (ioi, pitch, duration) in notes)
            encoder.Push(new(ioi, pitch, Vocabulary.DurationClass(duration), 20));
    }

    private static NoteStep RandomStep(Random random) =>
        new(12 * random.Next(4), 48 + random.Next(24), Vocabulary.DurationClass(12 * random.Next(1, 5)), 20);
}
