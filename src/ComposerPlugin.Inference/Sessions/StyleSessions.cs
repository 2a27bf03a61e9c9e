using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>The graphs of a style as ONNX Runtime has opened them: what models run.</summary>
public sealed class StyleSessions : IDisposable
{
    private readonly Dictionary<string, InferenceSession> _sessions = [];
    private readonly string _folder;

    private StyleSessions(string folder, StyleFile file) => (_folder, File) = (folder, file);

    /// <summary>What style.json says.</summary>
    public StyleFile File { get; }

    /// <summary>[worker] Opens the graphs.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="file">What its style.json says.</param>
    /// <param name="cuda">Whether they run on the first GPU.</param>
    /// <exception cref="StyleException">ONNX Runtime or the GPU refuses one.</exception>
    public static StyleSessions Open(string folder, StyleFile file, bool cuda)
    {
        var opened = new StyleSessions(folder, file);
        try
        {
            opened.OpenGraphs(cuda);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>[worker] Closes the graphs.</summary>
    public void Dispose()
    {
        foreach (var session in _sessions.Values)
            session.Dispose();
        _sessions.Clear();
    }

    internal InferenceSession Session(string role) => _sessions[role];

    internal string GraphPath(string role) => Path.Combine(_folder, File.Graphs[role]);

    internal static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ").Trim();

    private void OpenGraphs(bool cuda)
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
        OrtArena.Limit(options);
        if (cuda)
            AppendCuda(options);
        foreach (string role in ModelType.RolesOf(File.Kind))
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
}
