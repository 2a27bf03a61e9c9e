using ComposerPlugin.Music;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Models;

/// <summary>A loaded style: its graphs, ready to run. Many models may share it; <see cref="StyleLibrary"/> sees to that.</summary>
public sealed class Style : IDisposable
{
    private readonly Dictionary<string, InferenceSession> _sessions = [];
    private readonly string _folder;
    private RecurrentShape? _recurrent;
    private TransformerShape? _transformer;

    private Style(string folder, StyleFile file)
    {
        _folder = folder;
        File = file;
    }

    /// <summary>What style.json says.</summary>
    public StyleFile File { get; }

    /// <summary>[worker] Reads a style, opens its graphs and plays one note with them.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <exception cref="StyleException">Anything about it is not as it must be.</exception>
    public static Style Load(string folder)
    {
        var file = StyleFile.Read(folder);
        OnnxRuntimeLibrary.Load();
        var style = new Style(folder, file);
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

    /// <summary>[worker] A model at the beginning of a piece. It must be disposed of before the style is.</summary>
    public MelodyModel CreateModel() => File.Kind switch
    {
        ModelKind.Gan => new GanModel(this),
        ModelKind.Vae => new VaeModel(this, _recurrent!),
        ModelKind.Transformer => new TransformerModel(this, _transformer!),
        _ => new RecurrentModel(this, _recurrent!),
    };

    /// <summary>[worker] Closes the graphs.</summary>
    public void Dispose()
    {
        foreach (var session in _sessions.Values)
            session.Dispose();
        _sessions.Clear();
    }

    internal InferenceSession Session(string role) => _sessions[role];

    internal string GraphPath(string role) => Path.Combine(_folder, File.Graphs[role]);

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
            _transformer = TransformerShape.Read(this);
        else
            _recurrent = RecurrentShape.Read(this);
    }

    // What only shows when a graph runs should show now, not at the first answer.
    private void Try()
    {
        try
        {
            using var model = CreateModel();
            model.Reset();
            model.Advance(new NoteEncoder(new MotifMemory(2)).Input);
            model.BeginAnswer(new(0, 0, 1, Meter.Common, 0, 0));
            CheckFinite(RoleOf(GraphRole.Gap), model.GapLogits());
            CheckFinite(RoleOf(GraphRole.Pitch), model.PitchLogits(0, 0));
            CheckFinite(RoleOf(GraphRole.Duration), model.DurationLogits(0, 60, 0));
            CheckFinite(RoleOf(GraphRole.Velocity), model.VelocityLogits(60, 0, 0));
        }
        catch (OnnxRuntimeException exception)
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

    private static string OneLine(OnnxRuntimeException exception) => exception.Message.ReplaceLineEndings(" ").Trim();
}
