using ComposerPlugin.Music;

namespace ComposerPlugin.Inference.Tests;

public sealed class VaeModelTests : IDisposable
{
    private const int Bars = 2;

    private readonly TemporaryFolder _folder = new();
    private readonly LoadedStyle _style;
    private readonly VaeModel _model;

    public VaeModelTests()
    {
        _style = TinyLatentStyles.Vae(_folder.Path, Bars);
        _model = (VaeModel)_style.CreateModel();
        _model.Reset();
    }

    public void Dispose()
    {
        _model.Dispose();
        _style.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_latent_is_the_encoding_of_the_rows_of_its_bars()
    {
        float[] mean = new float[_model.LatentSize], logVariance = new float[_model.LatentSize];
        Note[] inside = [new(0, 24, new(60), 80), new(96, 24, new(72), 80)];
        _model.Encode(new(Meter.Common, [.. inside, new(Bars * 96, 24, new(90), 80)]), mean, logVariance);
        Assert.Equal((Vocabulary.NoPitch + 60 + 72) / 300f, mean[0], 1e-5f);
        Assert.Equal((Vocabulary.NoIoi + 0 + 96) / 300f, mean[1], 1e-5f);
        Assert.All(logVariance, number => Assert.Equal(0, number));
    }

    [Fact]
    public void An_answer_depends_only_on_the_heard_notes_and_the_seed()
    {
        float[] answer = Answer(60, seed: 1);
        Assert.Equal(answer, Answer(60, seed: 1));
        Assert.NotEqual(answer, Answer(60, seed: 2));
        Assert.NotEqual(answer, Answer(72, seed: 1));
    }

    [Fact]
    public void A_given_latent_is_decoded_until_the_model_listens_again()
    {
        float[] heard = Answer(60, seed: 1);
        _model.SetLatent([0.5f, 0, 0]);
        float[] given = Answer(60, seed: 1);
        Assert.NotEqual(heard, given);
        Assert.Equal(given, Answer(72, seed: 2));
        _model.ClearLatent();
        Assert.Equal(heard, Answer(60, seed: 1));
    }

    [Fact]
    public void Answer_reads_the_segments_of_the_phrase_in_turn_and_none_before_it()
    {
        HearBars(50, 50, 60, 60, 72, 72);
        Begin(1, surprise: 0);
        Assert.Equal(LogitsOfLatent(50), Steps.Logits(_model));
    // Its own notes are the requested ones; then the player continues with two segments.
        _model.PitchLogits(96, 0);
        _model.Advance(Bar(80));
        HearBars(64, 64, 67, 67);
        Begin(1, surprise: 0);
        Assert.Equal(LogitsOfLatent(64), Steps.Logits(_model));
    }

    [Fact]
    public void A_given_note_begins_the_segment_that_it_falls_into_and_is_not_heard()
    {
        HearBars(50, 50, 60, 60);
        Begin(1, surprise: 0);
        for (int bar = 0; bar < Bars; bar++)
        {
            _model.GiveIoi(96);
            _model.Advance(Bar(80));
        }
        _model.GiveIoi(96);
        Assert.Equal(LogitsOfLatent(60), Steps.Logits(_model));
        _model.Advance(Bar(80));
        HearBars(64, 64, 67, 67);
        Begin(1, surprise: 0);
        Assert.Equal(LogitsOfLatent(64), Steps.Logits(_model));
    }

    [Fact]
    public void Replaced_answer_leaves_the_phrase_to_the_next()
    {
        HearBars(60, 60, 72, 72);
        _model.Mark();
        Begin(1, surprise: 0);
        _model.Return();
        Begin(1, surprise: 0);
        Assert.Equal(LogitsOfLatent(60), Steps.Logits(_model));
    }

    [Fact]
    public void Return_restores_the_notes_heard_at_the_mark()
    {
        float[] expected = Answer(60, seed: 1);
        _model.Reset();
        Hear(60);
        _model.Mark();
        Hear(80);
        Begin(1);
        _model.Return();
        Begin(1);
        Assert.Equal(expected, Steps.Logits(_model));
    }

    [Fact]
    public void Steady_state_allocates_nothing_per_note_nor_per_segment()
    {
        Play(20);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Play(200);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        // Each answer is longer than a segment, so that others follow.
        void Play(int answers)
        {
            for (int answer = 0; answer < answers; answer++)
            {
                _model.Reset();
                for (int i = 0; i <= answer % 8; i++)
                    Hear(60 + i);
                _model.Mark();
                Begin((uint)answer);
                for (int note = 0; note < 3 * Bars * 4; note++)
                {
                    _model.PitchLogits(24, 0);
                    _model.DurationLogits(24, 60, 0);
                    _model.VelocityLogits(60, 20, 0);
                    Hear(60 + (note % 5));
                    _model.IoiLogits();
                }
                _model.Return();
            }
        }
    }

    private float[] Answer(int pitch, uint seed)
    {
        _model.Reset();
        Hear(pitch);
        Begin(seed);
        return Steps.Logits(_model);
    }

    private void Hear(int pitch) => _model.Advance(new(pitch, 24, Vocabulary.DurationClass(12), 0, 0, 0, 0, default));

    private void Begin(uint seed, float surprise = 1) => _model.BeginAnswer(new(seed, 0, surprise, 0, Meter.Common, 96, 0));

    // One note per bar, as long as the bar.
    private void HearBars(params int[] pitches)
    {
        foreach (int pitch in pitches)
            _model.Advance(Bar(pitch));
    }

    private static StepInput Bar(int pitch) => new(pitch, 96, Vocabulary.DurationClass(96), 0, 0, 0, 0, default);

    // The logits under the latent of a segment of two such bars.
    private float[] LogitsOfLatent(int pitch)
    {
        float[] mean = new float[_model.LatentSize], logVariance = new float[_model.LatentSize];
        _model.Encode(new(Meter.Common, [new(0, 96, new((byte)pitch), 80), new(96, 96, new((byte)pitch), 80)]), mean, logVariance);
        _model.SetLatent(mean);
        Begin(1, surprise: 0);
        float[] given = Steps.Logits(_model);
        _model.ClearLatent();
        return given;
    }
}
