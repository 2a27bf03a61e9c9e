using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>Creates the models of a style. It reads the shapes of the graphs once and selects the class for the model type.</summary>
internal sealed class ModelFactory : IDisposable
{
    private readonly Func<MelodyModel> _create;
    private Lazy<TransformerStep>? _transformerStep;
    private Lazy<TransformerStep>? _transformerAhead;

    /// <summary>[loader] Reads and checks the shapes.</summary>
    /// <exception cref="StyleException">An input or output is missing or has another shape.</exception>
    public ModelFactory(StyleSessions style) => _create = style.File.Type switch
    {
        ModelType.Gan => Gan(style),
        ModelType.Vae => Vae(style, RecurrentShape.Read(style)),
        ModelType.Transformer => Transformer(style, TransformerShape.Read(style)),
        ModelType.Lstm or ModelType.Gru or ModelType.Ensemble => Recurrent(style, RecurrentShape.Read(style)),
        var type => throw new ArgumentException($"No class plays models of type {type}.", nameof(style)),
    };

    /// <summary>[worker or loader] Creates a model.</summary>
    public MelodyModel Create() => _create();

    /// <summary>[any] Releases what the models share.</summary>
    public void Dispose()
    {
        foreach (var step in (Lazy<TransformerStep>?[])[_transformerStep, _transformerAhead])
        {
            if (step?.IsValueCreated == true)
                step.Value.Dispose();
        }
    }

    private static Func<MelodyModel> Gan(StyleSessions style)
    {
        GanShape.Noise(style);
        return () => new GanModel(style);
    }

    private static Func<MelodyModel> Vae(StyleSessions style, RecurrentShape shape) => () => new VaeModel(style, shape);

    private static Func<MelodyModel> Recurrent(StyleSessions style, RecurrentShape shape) => () => new RecurrentModel(style, shape);

    // All models run the step graph in turn with the same tensors; each keeps its own past. Half a window is read ahead, with tensors
    // of its own, so that the past of neither is copied at every step.
    private Func<MelodyModel> Transformer(StyleSessions style, TransformerShape shape)
    {
        _transformerStep = new(() => new(style, shape, Capacities.ContextSteps));
        _transformerAhead = new(() => new(style, shape, Capacities.ContextSteps / 2));
        return () => new TransformerModel(style, shape, _transformerStep.Value, _transformerAhead.Value);
    }
}
