using ComposerPlugin.Music;

namespace ComposerPlugin.Inference.Tests;

public sealed class GanModelTests : IDisposable
{
    private const int DMajor = 3;
    private static readonly Meter _common = Meter.Common;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_answer_plays_the_notes_of_the_generated_bars()
    {
        using var style = TinyLatentStyles.Gan(_folder.Path, Bar((0, 24, 60), (24, 12, 62), (36, 12, 62), (60, 36, 67)));
        using var model = Model(style);
        Begin(model, ioi: 0);
        Assert.Equal([(0, 60, 24), (24, 62, 12), (36, 62, 12), (60, 67, 36), (96, 60, 24), (120, 62, 12)], Notes(model, 0, 0, 6));
    }

    [Fact]
    public void An_answer_is_in_the_key_that_was_heard()
    {
        using var style = TinyLatentStyles.Gan(_folder.Path, Bar((0, 48, 60), (48, 48, 64)));
        using var model = Model(style);
        Hear(model, 0, 62, DMajor);
        Begin(model, ioi: 96);
        Assert.Equal([(96, 62, 48), (144, 66, 48)], Notes(model, 96, 96, 2));
    }

    [Fact]
    public void The_generator_gets_the_previous_bar_in_its_own_key()
    {
        using var style = TinyLatentStyles.Gan(_folder.Path);
        using var model = Model(style);
        Hear(model, 0, 62, DMajor);
        Hear(model, 24, 69, DMajor);
        Begin(model, ioi: 72);
        // The generator repeats the bar, and the model transposes it back.
        Assert.Equal([(96, 62, 12), (120, 69, 12), (192, 62, 12)], Notes(model, 72, 96, 3));
    }

    [Fact]
    public void An_answer_that_begins_in_mid_bar_begins_with_the_note_that_sounds_there()
    {
        using var style = TinyLatentStyles.Gan(_folder.Path, Bar((0, 48, 60), (48, 48, 64)));
        using var model = Model(style);
        Begin(model, ioi: 24, place: 24);
        Assert.Equal([(24, 60, 24), (48, 64, 48)], Notes(model, 24, 24, 2));
    }

    [Fact]
    public void A_given_note_has_the_pitch_that_is_planned_for_its_time()
    {
        using var style = TinyLatentStyles.Gan(_folder.Path, Bar((0, 24, 60), (24, 24, 62), (48, 48, 67)));
        using var model = Model(style);
        Begin(model, ioi: 0);
        // At ticks 0, 36, 84, 90 of the first bar, 0 of the second, 12 of the third.
        foreach (var (ioi, pitch) in ((int, int)[])[(0, 60), (36, 62), (48, 67), (6, 67), (6, 60), (108, 60)])
        {
            model.GiveIoi(ioi);
            Assert.Equal(pitch, Likeliest(model.PitchLogits(ioi, 0)));
            model.Advance(new(pitch, ioi, Vocabulary.DurationClass(6), 0, 0, 0, 0, default));
        }
    }

    [Fact]
    public void The_planned_pitch_is_likeliest_and_no_other_is_impossible()
    {
        using var style = TinyLatentStyles.Gan(_folder.Path, Bar((0, 96, 60)));
        using var model = Model(style);
        Begin(model, ioi: 0);
        var logits = model.PitchLogits(0, 0);
        Assert.Equal(Vocabulary.Pitches, logits.Length);
        Assert.Equal(60, Likeliest(logits));
        Assert.All(logits.ToArray(), logit => Assert.True(float.IsFinite(logit)));
    }

    [Fact]
    public void Return_forgets_the_answer_and_the_key_that_came_after_the_mark()
    {
        using var style = TinyLatentStyles.Gan(_folder.Path, Bar((0, 48, 60), (48, 48, 64)));
        using var model = Model(style);
        Hear(model, 0, 62, DMajor);
        model.Mark();
        Hear(model, 24, 61, key: 2);
        Begin(model, ioi: 72);
        model.Return();
        Assert.True(AreAlike(model.IoiLogits()));
        Begin(model, ioi: 96);
        Assert.Equal([(96, 62, 48), (144, 66, 48)], Notes(model, 96, 96, 2));
    }

    [Fact]
    public void All_logits_are_equal_in_a_meter_without_a_roll()
    {
        using var style = TinyLatentStyles.Gan(_folder.Path, Bar((0, 48, 60)));
        using var model = Model(style);
        model.BeginAnswer(new(1, 0, 1, 0, new(7, 4), 0, 0));
        Assert.True(AreAlike(model.IoiLogits()));
        Assert.True(AreAlike(model.PitchLogits(0, 0)));
        Assert.True(AreAlike(model.DurationLogits(0, 60, 0)));
    }

    [Fact]
    public void Silent_bars_leave_the_ioi_open_and_planning_ends()
    {
        using var style = TinyLatentStyles.Gan(_folder.Path, Bar());
        using var model = Model(style);
        Begin(model, ioi: 0);
        Assert.True(AreAlike(model.IoiLogits()));
    }

    [Fact]
    public void Steady_state_allocates_nothing_per_note_nor_per_bar()
    {
        using var style = TinyLatentStyles.Gan(_folder.Path, Bar((0, 24, 60), (24, 24, 62), (48, 48, 64)));
        using var model = Model(style);
        Play(10);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Play(100);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Play(int answers)
        {
            for (int answer = 0; answer < answers; answer++)
            {
                model.Mark();
                Hear(model, 24, 62, DMajor);
                Begin(model, ioi: 72);
                for (int note = 0, ioi = 72; note < 12; note++)
                {
                    int pitch = Likeliest(model.PitchLogits(ioi, 0)), duration = Likeliest(model.DurationLogits(ioi, pitch, 0));
                    model.VelocityLogits(pitch, duration, 0);
                    model.Advance(new(pitch, ioi, duration, 0, 0, 0, DMajor, default));
                    ioi = Likeliest(model.IoiLogits());
                }
                model.Return();
            }
        }
    }

    private static MelodyModel Model(LoadedStyle style)
    {
        var model = style.CreateModel();
        model.Reset();
        return model;
    }

    private static BarRoll Bar(params (int Onset, int Duration, int Pitch)[] notes)
    {
        var bar = new BarRoll();
        bar.Clear(BarRoll.StepsOf(_common));
        foreach (var (onset, duration, pitch) in notes)
            bar.Add(onset, duration, pitch);
        return bar;
    }

    private static void Hear(MelodyModel model, int ioi, int pitch, int key) =>
        model.Advance(new(pitch, ioi, Vocabulary.DurationClass(12), 0, 0, 0, key, default));

    private static void Begin(MelodyModel model, int ioi, int place = 0) => model.BeginAnswer(new(1, 0, 1, 0, _common, ioi, place));

    // Onset, pitch and ticks of the likeliest notes.
    private static (int, int, int)[] Notes(MelodyModel model, int ioi, int onset, int count)
    {
        var notes = new (int, int, int)[count];
        for (int i = 0; i < count; i++)
        {
            int pitch = Likeliest(model.PitchLogits(ioi, 0)), duration = Likeliest(model.DurationLogits(ioi, pitch, 0));
            notes[i] = (onset, pitch, Vocabulary.DurationTicks(duration));
            model.Advance(new(pitch, ioi, duration, 0, 0, 0, 0, default));
            ioi = Likeliest(model.IoiLogits());
            onset += ioi;
        }
        return notes;
    }

    private static bool AreAlike(ReadOnlySpan<float> logits) => logits.IndexOfAnyExcept(logits[0]) < 0;

    private static int Likeliest(ReadOnlySpan<float> logits)
    {
        int best = 0;
        for (int i = 1; i < logits.Length; i++)
            best = logits[i] > logits[best] ? i : best;
        return best;
    }
}
