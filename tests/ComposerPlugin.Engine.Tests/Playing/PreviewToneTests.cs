using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

public class PreviewToneTests
{
    private const int Rate = 48000;

    private static PreviewTone Tone(int rate = Rate)
    {
        var tone = new PreviewTone();
        tone.Activate(rate);
        return tone;
    }

    private static float[] Render(PreviewTone tone, int frames, int block, float gain = 1, Action<int>? before = null)
    {
        float[] sound = new float[frames];
        for (int at = 0; at < frames; at += block)
        {
            before?.Invoke(at);
            tone.Render(0, sound.AsSpan(at, Math.Min(block, frames - at)), gain);
            tone.EndBlock();
        }
        return sound;
    }

    [Fact]
    public void Nothing_sounds_before_a_note()
    {
        var tone = Tone();
        Assert.True(tone.IsSilent);
        Assert.All(Render(tone, 1000, 100), sample => Assert.Equal(0, sample));
    }

    [Theory]
    [InlineData(40, 48000)]
    [InlineData(57, 44100)]
    [InlineData(69, 48000)]
    [InlineData(76, 96000)]
    [InlineData(88, 192000)]
    public void A_note_sounds_at_its_pitch(byte pitch, int rate)
    {
        var tone = Tone(rate);
        tone.Press(0, new(pitch), 100);
        float[] sound = Render(tone, rate, 512);
        double expected = rate / (440 * Math.Pow(2, (pitch - 69) / 12.0));

        // The lag with the best match over many periods, in fractions of a sample around the period.
        double best = Enumerable.Range(-15, 31).Select(i => expected * Math.Pow(2, i / 1200.0))
            .MaxBy(period => Match(sound, rate / 10, (int)Math.Round(period * 40)));
        Assert.InRange(1200 * Math.Log2(best / expected), -6, 6);

        static double Match(float[] sound, int from, int lag)
        {
            double sum = 0;
            for (int i = 0; i < 4096; i++)
                sum += sound[from + i] * sound[from + i + lag];
            return sum;
        }
    }

    [Fact]
    public void A_louder_note_is_louder_and_the_level_scales_it()
    {
        static float Peak(byte velocity, float gain)
        {
            var tone = Tone();
            Render(tone, 4800, 480, gain);
            tone.Press(0, new(60), velocity);
            return Render(tone, 4800, 480, gain).Max(Math.Abs);
        }
        Assert.InRange(Peak(127, 1), 0.2f, 1f);
        Assert.True(Peak(127, 1) > 1.5 * Peak(50, 1));
        Assert.Equal(Peak(100, 1) / 4, Peak(100, 0.25f), 4);
        Assert.Equal(0, Peak(100, 0));
    }

    [Fact]
    public void A_released_note_decays_sooner_than_a_held_one()
    {
        var tone = Tone();
        tone.Press(0, new(45), 100);
        Assert.True(Render(tone, Rate, 256)[^4000..].Max(Math.Abs) > 0.01);
        tone.Release(0, new(45));
        Assert.All(Render(tone, Rate, 256)[(Rate / 4)..], sample => Assert.Equal(0, sample));
        Assert.True(tone.IsSilent);

        tone.Press(0, new(45), 100);
        Render(tone, 5 * Rate, 4096);
        Assert.True(tone.IsSilent);
    }

    [Fact]
    public void The_tone_is_the_same_in_blocks_of_any_size()
    {
        float[] Play(int block)
        {
            var tone = Tone();
            var random = new Random(3);
            var notes = Enumerable.Range(0, 60)
                .Select(_ => (Frame: random.Next(40000), Pitch: (byte)random.Next(128), Velocity: (byte)random.Next(128)))
                .OrderBy(note => note.Frame).ToList();
            return Render(tone, 48000, block, 1, at =>
            {
                foreach (var (frame, pitch, velocity) in notes.Where(note => note.Frame >= at && note.Frame < at + block))
                    tone.Press(frame - at, new(pitch), velocity);
            });
        }
        float[] reference = Play(48000);
        Assert.All(reference, sample => Assert.InRange(sample, -4f, 4f));
        foreach (int block in (int[])[16, 64, 480, 4096])
            Assert.Equal(reference, Play(block));
    }

    [Fact]
    public void More_notes_than_strings_and_than_a_block_holds_stay_in_range()
    {
        var tone = Tone();
        for (int i = 0; i < 2000; i++)
            tone.Press(i / 50, new((byte)(i % Pitch.Count)), 127);
        Assert.All(Render(tone, Rate, 64), sample => Assert.InRange(sample, -10f, 10f));
    }

    [Fact]
    public void Playing_allocates_nothing()
    {
        var tone = Tone();
        float[] mono = new float[64];
        NoAllocation.In(() =>
        {
            for (int i = 0; i < 2000; i++)
            {
                tone.Press(3, new((byte)(40 + (i % 40))), 100);
                tone.Render(0, mono, 0.5f);
                tone.EndBlock();
            }
        });
    }
}
