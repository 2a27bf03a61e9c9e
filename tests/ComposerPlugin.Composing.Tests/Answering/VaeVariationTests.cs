using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class VaeVariationTests : IDisposable
{
    private const int Bars = 2;

    private readonly TemporaryFolder _folder = new();
    private readonly LoadedStyle _style;
    private readonly VaeModel _model;
    private readonly SessionMemory _notebook = new();

    public VaeVariationTests()
    {
        _style = TinyLatentStyles.Vae(_folder.Path, Bars);
        _model = (VaeModel)_style.CreateModel();
    }

    public void Dispose()
    {
        _model.Dispose();
        _style.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Variation_of_0_plays_the_phrases_own_latent_for_every_seed()
    {
        Play(60, 62);
        Assert.Equal(LogitsOfLatents(60, 62), Vary(seed: 1, amount: 0));
        Assert.Equal(LogitsOfLatents(60, 62), Vary(seed: 2, amount: 0));
    }

    [Fact]
    public void Variation_depends_on_the_seed()
    {
        Play(60, 62);
        Assert.NotEqual(Vary(seed: 1, amount: 0), Vary(seed: 1, amount: 1));
        Assert.NotEqual(Vary(seed: 2, amount: 1), Vary(seed: 1, amount: 1));
        Assert.Equal(Vary(seed: 1, amount: 1), Vary(seed: 1, amount: 1));
    }

    [Fact]
    public void Morph_goes_from_the_first_captured_phrase_to_the_second()
    {
        Play(60, 62);
        _notebook.Capture(_notebook.PhraseA);
        Play(80, 90);
        _notebook.Capture(_notebook.PhraseB);
        Play(40, 41);
        Assert.Equal(LogitsOfLatents(60, 62), Vary(seed: 1, amount: 0, morph: 0));
        Assert.Equal(LogitsOfLatents(80, 90), Vary(seed: 1, amount: 0, morph: 1));
        float[] middle = Vary(seed: 1, amount: 0, morph: 0.5f);
        Assert.NotEqual(LogitsOfLatents(60, 62), middle);
        Assert.NotEqual(LogitsOfLatents(80, 90), middle);
    }

    [Fact]
    public void Variation_of_0_plays_the_phrase_unchanged()
    {
        using var stage = new ComposerStage(_style.CreateModel(), _style.File)
        {
            Controls = new(Grid.Sixteenth, 1, 1, 4) { Variation = 0 },
        };
        stage.PlayTwoBars();
        var answer = stage.Answer(3 * Bar, 5 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Phrase });
        Assert.Equal([60, 62, 64, 65, 67, 69, 71, 72], answer.Select(note => (int)note.Pitch.Number));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => ((3 * Bar) + (24L * i), 24)), answer.Select(note => (note.Onset, note.Duration)));
        Assert.Null(stage.Composer.Notice);
    }

    [Fact]
    public void Answer_after_a_variation_listens_again()
    {
        Play(60, 62);
        float[] heard = Answer();
        Vary(seed: 1, amount: 0);
        Assert.Equal(heard, Answer());
    }

    // Two half notes.
    private void Play(int first, int second)
    {
        _notebook.Hear(new(96, 48, new((byte)first), 80, new(Meter.Common, 0)), beginsPhrase: true);
        _notebook.Hear(new(144, 48, new((byte)second), 80, new(Meter.Common, 0)), beginsPhrase: false);
    }

    private float[] Vary(uint seed, float amount, float morph = 0)
    {
        var variation = new PhraseVariation();
        Assert.True(variation.TryChoose(_notebook, new()
        {
            Kind = RequestKind.Answer,
            Answer = new(1, 0, 384),
            Bars = new(Meter.Common, 0),
            Controls = new(Grid.Sixteenth, 1, 1, seed) { Variation = amount, Morph = morph },
        }));
        Assert.True(_model.Vary(variation.Variation));
        return Answer(seed);
    }

    private float[] LogitsOfLatents(int first, int second)
    {
        float[] mean = new float[_model.LatentSize], logVariance = new float[_model.LatentSize];
        _model.Encode(new(Meter.Common, [new(0, 48, new((byte)first), 80), new(48, 48, new((byte)second), 80)]), mean, logVariance);
        _model.SetLatent(mean);
        float[] logits = Answer();
        _model.ClearLatent();
        return logits;
    }

    private float[] Answer(uint seed = 1)
    {
        _model.Reset();
        _model.Advance(new(67, 24, Vocabulary.DurationClass(12), 0, 0, 0, 0, default));
        _model.BeginAnswer(new(seed, 0, 1, 0, Meter.Common, 72, 0));
        return Steps.Logits(_model);
    }
}
