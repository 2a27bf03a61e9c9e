using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>The ONNX Runtime sessions of a style's graphs.</summary>
public sealed class StyleSessions : IDisposable
{
    private readonly Dictionary<string, InferenceSession> _sessions = [];
    private readonly string _folder;
    private readonly TimeSpan _limit;

    private StyleSessions(string folder, StyleFile file, TimeSpan limit) => (_folder, File, _limit) = (folder, file, limit);

    /// <summary>The content of style.json.</summary>
    public StyleFile File { get; }

    /// <summary>[loader] Opens the graphs.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="file">The content of its style.json.</param>
    /// <param name="cuda">Whether to run on the first GPU instead of the CPU.</param>
    /// <exception cref="StyleException">A file cannot be used, or ONNX Runtime or the GPU rejects a graph.</exception>
    public static StyleSessions Open(string folder, StyleFile file, bool cuda)
    {
        var opened = new StyleSessions(folder, file, cuda ? TimedRuns.GpuLimit : TimedRuns.Limit);
        // One thread, no spinning: a step is too short to parallelize, and the host needs the other cores.
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        var cancellation = LoadCancellation.Current;
        cancellation?.Begin(options);
        try
        {
            opened.OpenGraphs(options, cuda);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
        finally
        {
            cancellation?.End();
        }
    }

    /// <summary>[any] Closes the graphs.</summary>
    public void Dispose()
    {
        foreach (var session in _sessions.Values)
            session.Dispose();
        _sessions.Clear();
    }

    internal InferenceSession Session(string role) => _sessions[role];

    /// <summary>[worker or loader] What runs the graphs for one model.</summary>
    internal TimedRuns NewRuns() => new(File.Name, _limit);

    internal string GraphPath(string role) => Path.Combine(_folder, File.Graphs[role]);

    private void OpenGraphs(SessionOptions options, bool cuda)
    {
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        OrtArena.Limit(options);
        if (cuda)
            AppendCuda(options);
        long total = 0;
        foreach (string role in ModelType.RolesOf(File.Type))
        {
            byte[] bytes = GraphFile.Read(_folder, File.Graphs[role]);
            total += bytes.Length;
            if (total > GraphFile.MaxBytesOfStyle)
            {
                throw new StyleException(
                    $"The graphs of the style {_folder} are larger than {GraphFile.MaxBytesOfStyle >> 20} MiB", "train a smaller model");
            }
            try
            {
                _sessions.Add(role, new InferenceSession(bytes, options));
            }
            catch (OnnxRuntimeException exception)
            {
                string error = $"ONNX Runtime cannot load the graph {GraphPath(role)} ({StyleBorder.OneLine(exception)})";
                throw new StyleException(error, StyleException.ExportAgain, exception);
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
            throw new StyleException($"The GPU cannot be used ({StyleBorder.OneLine(exception)})", "choose the CPU", exception);
        }
    }
}
