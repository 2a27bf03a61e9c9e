using ComposerPlugin.Music;

namespace ComposerPlugin.Inference.Tests;

public class BarRollTests
{
    private readonly BarRoll _roll = new();

    [Theory]
    [InlineData(4, 4, 16)]
    [InlineData(6, 8, 12)]
    [InlineData(12, 8, 24)]
    [InlineData(7, 8, 14)]
    [InlineData(5, 16, 5)]
    [InlineData(7, 4, 0)]
    [InlineData(5, 32, 0)]
    public void Bars_of_whole_sixteenths_up_to_24_have_steps(int numerator, int denominator, int steps) =>
        Assert.Equal(steps, BarRoll.StepsOf(new(numerator, denominator)));

    [Fact]
    public void A_note_begins_in_one_step_and_sounds_to_its_end()
    {
        _roll.Clear(16);
        _roll.Add(6, 18, 60);
        Assert.Equal([-1, 60, 60, 60, -1], Pitches(5));
        Assert.Equal([false, true, false, false, false], Begins(5));
        Assert.False(_roll.IsEmpty);
    }

    [Fact]
    public void Onsets_and_ends_go_to_the_nearest_sixteenth_and_no_note_is_lost()
    {
        _roll.Clear(16);
        _roll.Add(2, 1, 60);    // a grace note
        _roll.Add(9, 8, 62);
        Assert.Equal([60, -1, 62, -1], Pitches(4));
    }

    [Fact]
    public void A_note_tied_from_the_bar_before_has_no_onset_and_one_beyond_the_end_is_cut()
    {
        _roll.Clear(4);
        _roll.Add(-12, 18, 60);
        _roll.Add(18, 48, 64);
        Assert.Equal([60, -1, -1, 64], Pitches(4));
        Assert.Equal([false, false, false, true], Begins(4));
        Assert.Equal(-1, _roll.PitchAt(4));
    }

    [Fact]
    public void A_later_note_ends_those_before_it_and_one_beyond_the_keyboard_is_omitted()
    {
        _roll.Clear(4);
        _roll.Add(0, 24, 60);
        _roll.Add(12, 12, 60);
        _roll.Add(0, 24, 128);
        _roll.Add(0, 24, -1);
        Assert.Equal([60, 60, 60, 60], Pitches(4));
        Assert.Equal([true, false, true, false], Begins(4));
    }

    [Theory]
    [InlineData(1, 60, 64, 67)]
    [InlineData(1, 72, 67, 64, 60)]
    [InlineData(22, 57, 60, 64)]
    [InlineData(8, 55, 59, 62, 65)]
    [InlineData(0)]
    public void The_chord_is_the_triad_that_fits_best(int chord, params int[] pitches)
    {
        _roll.Clear(16);
        for (int i = 0; i < pitches.Length; i++)
            _roll.Add(i * 12, 12, pitches[i]);
        Assert.Equal(chord, _roll.Chord());
    }

    [Fact]
    public void A_written_roll_reads_back_equal()
    {
        var random = new Random(1);
        float[] numbers = new float[BarRoll.Steps * BarRoll.Width];
        for (int bar = 0; bar < 50; bar++)
        {
            _roll.Clear(12);
            for (int onset = random.Next(3) * 6; onset < 72; onset += 6 * random.Next(1, 5))
                _roll.Add(onset, 6 * random.Next(1, 4), random.Next(48, 84));
            _roll.Write(numbers);
            var read = new BarRoll();
            read.Read(numbers, 12, -1);
            Assert.Equal(12, read.Length);
            for (int step = 0; step < BarRoll.Steps; step++)
                Assert.Equal((_roll.PitchAt(step), _roll.BeginsAt(step)), (read.PitchAt(step), read.BeginsAt(step)));
        }
    }

    [Fact]
    public void Reading_picks_the_likeliest_and_distinguishes_repeated_notes_from_held_ones()
    {
        float[] numbers = new float[BarRoll.Steps * BarRoll.Width];
        Say(0, 60, sounds: 0.6f, begins: 0.1f);
        Say(1, 60, sounds: 0.6f, begins: 0.4f);
        Say(2, 60, sounds: 0.6f, begins: 0.2f);
        Say(3, 62, sounds: 0.5f, begins: 0.1f);
        Say(3, 64, sounds: 0.3f, begins: 0.3f);
        Say(4, 62, sounds: 0.4f, begins: 0.4f);    // silence is likelier
        _roll.Read(numbers, 16, before: 60);
        Assert.Equal([60, 60, 60, 62, -1], Pitches(5));
        Assert.Equal([false, true, false, true, false], Begins(5));
        _roll.Read(numbers, 16, before: -1);
        Assert.True(_roll.BeginsAt(0));

        void Say(int step, int pitch, float sounds, float begins) =>
            (numbers[(step * BarRoll.Width) + Pitch.Count + pitch], numbers[(step * BarRoll.Width) + pitch]) = (sounds, begins);
    }

    private int[] Pitches(int steps) => [.. Enumerable.Range(0, steps).Select(_roll.PitchAt)];

    private bool[] Begins(int steps) => [.. Enumerable.Range(0, steps).Select(_roll.BeginsAt)];
}
