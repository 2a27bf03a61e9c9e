using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>Makes the models of a style: it reads the shapes of the graphs once, and knows which class plays which type of model.</summary>
internal sealed class ModelFactory : IDisposable
{
    private readonly Func<MelodyModel> _create;
    private Lazy<TransformerStep>? _transformerStep;

    /// <summary>[worker] Reads the shapes.</summary>
    /// <exception cref="StyleException">A graph lacks an input or output, or has one of another shape.</exception>
    public ModelFactory(StyleSessions style) => _create = style.File.Kind switch
    {
        ModelType.Gan => Gan(style),
        ModelType.Vae => Vae(style, RecurrentShape.Read(style)),
        ModelType.Transformer => Transformer(style, TransformerShape.Read(style)),
        _ => Recurrent(style, RecurrentShape.Read(style)),
    };

    /// <summary>[worker] A model at the beginning of a piece.</summary>
    public MelodyModel Create() => _create();

    /// <summary>[worker] Gives back what the models share.</summary>
    public void Dispose()
    {
        if (_transformerStep?.IsValueCreated == true)
            _transformerStep.Value.Dispose();
    }

    private static Func<MelodyModel> Gan(StyleSessions style)
    {
        GanShape.Noise(style);
        return () => new GanModel(style);
    }

    private static Func<MelodyModel> Vae(StyleSessions style, RecurrentShape shape) => () => new VaeModel(style, shape);

    private static Func<MelodyModel> Recurrent(StyleSessions style, RecurrentShape shape) => () => new RecurrentModel(style, shape);

    // All models run one step in turn, in the same tensors: each has its past alone.
    private Func<MelodyModel> Transformer(StyleSessions style, TransformerShape shape)
    {
        _transformerStep = new(() => new(style, shape, Capacities.ContextSteps));
        return () => new TransformerModel(style, shape, _transformerStep.Value);
    }
}
