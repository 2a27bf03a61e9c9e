using ComposerPlugin.Composing;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Evaluation;
using Grid = ComposerPlugin.Music.Grid;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>Plays latents of a variational style, by the plugin's own code, always the likeliest note.</summary>
internal sealed class SegmentPlayer : IDisposable
{
    private readonly LoadedStyle _style;
    private readonly VaeModel _model;
    private readonly OfflineComposer _composer;

    /// <exception cref="BadInputException">The style is of another kind.</exception>
    public SegmentPlayer(string folder)
    {
        _style = LoadedStyle.Load(folder);
        if (_style.File.Kind != ModelType.Vae)
        {
            _style.Dispose();
            throw new BadInputException($"{folder}: the style is of kind {_style.File.Kind}, and only those of kind {ModelType.Vae} have latents; train one with --model {ModelType.Vae}.");
        }
        _model = (VaeModel)_style.CreateModel();
        _composer = new(_model, _style.File);
    }

    /// <summary>What the style says about itself.</summary>
    public StyleFile File => _style.File;

    /// <summary>Bars of a passage.</summary>
    public int Bars => _model.Bars;

    /// <summary>The mean of a passage's latent.</summary>
    public float[] Encode(Phrase passage)
    {
        float[] mean = new float[_model.LatentSize], logVariance = new float[_model.LatentSize];
        _model.Encode(passage, mean, logVariance);
        return mean;
    }

    /// <summary>A latent drawn from the prior.</summary>
    public float[] DrawLatent(Random random) => [.. Enumerable.Range(0, _model.LatentSize).Select(_ => (float)LatentScore.Normal(random))];

    /// <summary>The passage that a latent stands for.</summary>
    /// <param name="latent">The latent.</param>
    /// <param name="meter">The meter to play it in.</param>
    /// <param name="first">The tick of its first note.</param>
    public Phrase Decode(float[] latent, Meter meter, int first)
    {
        _model.Tell(latent);
        return _composer.Answer(new(meter, []), first, Bars * meter.BarTicks, new(Grid.Sixteenth, 0, 1, 1));
    }

    public void Dispose()
    {
        _composer.Dispose();
        _style.Dispose();
    }
}
