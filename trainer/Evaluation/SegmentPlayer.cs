using ComposerPlugin.Composing;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using Grid = ComposerPlugin.Music.Grid;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Encodes segments to latents of a variational style and decodes latents, greedily, with the plugin's own code.</summary>
internal sealed class SegmentPlayer : IDisposable
{
    private readonly LoadedStyle _style;
    private readonly VaeModel _model;
    private readonly PhraseComposer _composer;

    /// <summary>Loads a style.</summary>
    /// <exception cref="BadInputException">The style cannot be loaded or is not a vae.</exception>
    public SegmentPlayer(string folder)
    {
        _style = LoadedStyle.Load(folder);
        if (_style.File.Type != ModelType.Vae)
        {
            _style.Dispose();
            throw new BadInputException(
                $"{folder}: the model type is {_style.File.Type}, and only {ModelType.Vae} styles have latents; train one with "
                + $"--model {ModelType.Vae}.");
        }
        _model = (VaeModel)_style.CreateModel();
        _composer = new(_model, _style.File);
    }

    /// <summary>The content of style.json.</summary>
    public StyleFile File => _style.File;

    /// <summary>Bars of a segment.</summary>
    public int Bars => _model.Bars;

    /// <summary>The mean of a segment's latent.</summary>
    public float[] Encode(Phrase segment)
    {
        float[] mean = new float[_model.LatentSize], logVariance = new float[_model.LatentSize];
        _model.Encode(segment, mean, logVariance);
        return mean;
    }

    /// <summary>Draws a latent from the prior.</summary>
    public float[] DrawLatent(Random random) =>
        [.. Enumerable.Range(0, _model.LatentSize).Select(_ => (float)LatentScore.Normal(random))];

    /// <summary>Decodes a latent to a segment.</summary>
    /// <param name="latent">The latent.</param>
    /// <param name="meter">The meter.</param>
    /// <param name="first">The tick of the first note.</param>
    public Phrase Decode(float[] latent, Meter meter, int first)
    {
        _model.SetLatent(latent);
        return _composer.Answer(new(meter, []), first, Bars * meter.BarTicks, new(Grid.Sixteenth, 0, 1, 1));
    }

    public void Dispose()
    {
        _composer.Dispose();
        _style.Dispose();
    }
}
