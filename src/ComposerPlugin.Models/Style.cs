using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Models;

/// <summary>A loaded style: its graphs, ready to run. Many models may share it; <see cref="StyleLibrary"/> sees to that.</summary>
public sealed class Style : IDisposable
{
    private readonly Dictionary<string, InferenceSession> _sessions = [];
    private readonly string _folder;
    private readonly bool _isCuda;
    private RecurrentShape? _recurrent;
    private TransformerShape? _transformer;
    private Lazy<TransformerStep>? _transformerStep;

    private Style(string folder, StyleFile file, bool cuda)
    {
        _folder = folder;
        _isCuda = cuda;
        File = file;
    }

    /// <summary>What style.json says.</summary>
    public StyleFile File { get; }

    /// <summary>What it runs on.</summary>
    public RunningProvider Provider { get; private set; } = RunningProvider.Cpu;

    /// <summary>[worker] Reads a style, opens its graphs and plays one note with them.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="provider">What it shall run on; without a GPU that is the processor, as <see cref="Provider"/> says.</param>
    /// <exception cref="StyleException">Anything about it is not as it must be.</exception>
    public static Style Load(string folder, ExecutionProvider provider = ExecutionProvider.Cpu)
    {
        var file = StyleFile.Read(folder);
        OnnxRuntimeLibrary.Load();
        var trial = new ProviderTrial<Style>(() => Open(folder, file, cuda: false), () => Open(folder, file, cuda: true), StyleTiming.MillisecondsPerNote);
        var (style, running) = trial.Open(provider, provider == ExecutionProvider.Cpu ? null : CudaLibrary.Trouble);
        style.Provider = running;
        return style;
    }

    /// <summary>[worker] A model at the beginning of a piece. It must be disposed of before the style is.</summary>
    public MelodyModel CreateModel() => File.Kind switch
    {
        ModelKind.Gan => new GanModel(this),
        ModelKind.Vae => new VaeModel(this, _recurrent!),
        ModelKind.Transformer => new TransformerModel(this, _transformer!, _transformerStep!.Value),
        _ => new RecurrentModel(this, _recurrent!),
    };

    /// <summary>[worker] Closes the graphs.</summary>
    public void Dispose()
    {
        if (_transformerStep?.IsValueCreated == true)
            _transformerStep.Value.Dispose();
        foreach (var session in _sessions.Values)
            session.Dispose();
        _sessions.Clear();
    }

    internal InferenceSession Session(string role) => _sessions[role];

    internal string GraphPath(string role) => Path.Combine(_folder, File.Graphs[role]);

    private static Style Open(string folder, StyleFile file, bool cuda)
    {
        var style = new Style(folder, file, cuda);
        try
        {
            style.OpenGraphs();
            style.Try();
            return style;
        }
        catch
        {
            style.Dispose();
            throw;
        }
    }

    private void OpenGraphs()
    {
        // One thread and no spinning: a step is too short to share out, and the host wants the other cores.
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        GraphMemory.Limit(options);
        if (_isCuda)
            AppendCuda(options);
        foreach (string role in ModelKind.RolesOf(File.Kind))
        {
            byte[] bytes = GraphFile.Read(_folder, File.Graphs[role]);
            try
            {
                _sessions.Add(role, new InferenceSession(bytes, options));
            }
            catch (OnnxRuntimeException exception)
            {
                string trouble = $"ONNX Runtime refuses the graph {GraphPath(role)} ({OneLine(exception)})";
                throw new StyleException(trouble, StyleException.ExportAgain, exception);
            }
        }
        if (File.Kind == ModelKind.Gan)
            GanShape.Noise(this);
        else if (File.Kind == ModelKind.Transformer)
            OpenTransformer(TransformerShape.Read(this));
        else
            _recurrent = RecurrentShape.Read(this);
    }

    private void OpenTransformer(TransformerShape shape)
    {
        _transformer = shape;
        _transformerStep = new(() => new(this, shape, TransformerModel.Window));
    }

    private static void AppendCuda(SessionOptions options)
    {
        try
        {
            CudaLibrary.AppendTo(options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new StyleException($"The GPU cannot be used ({OneLine(exception)})", "choose the CPU", exception);
        }
    }

    // What only shows when a graph runs should show now, not at the first answer.
    private void Try()
    {
        try
        {
            using var model = CreateModel();
            model.Reset();
            model.Advance(new NoteEncoder(new MotifMemory(2)).Input);
            model.BeginAnswer(new(0, 0, 1, 0, Meter.Common, 0, 0));
            CheckFinite(RoleOf(GraphRole.Gap), model.GapLogits());
            CheckFinite(RoleOf(GraphRole.Pitch), model.PitchLogits(0, 0));
            CheckFinite(RoleOf(GraphRole.Duration), model.DurationLogits(0, 60, 0));
            CheckFinite(RoleOf(GraphRole.Velocity), model.VelocityLogits(60, 0, 0));
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or OutOfMemoryException or OverflowException)
        {
            string trouble = $"A graph of the style {_folder} does not run ({OneLine(exception)})";
            throw new StyleException(trouble, StyleException.ExportAgain, exception);
        }
    }

    // The one graph of a kind without heads answers for them.
    private string RoleOf(string head) => File.Graphs.ContainsKey(head) ? head : GraphRole.Bar;

    private void CheckFinite(string role, ReadOnlySpan<float> logits)
    {
        foreach (float logit in logits)
        {
            if (!float.IsFinite(logit))
                throw new StyleException($"The graph {GraphPath(role)} gives logits that are no numbers", StyleException.TrainAgain);
        }
    }

    private static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ").Trim();
}
