using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>
/// A loaded style that creates models. Its models share its weights; <see cref="StyleCache"/> shares it between instances.
/// </summary>
public sealed class LoadedStyle : IDisposable
{
    private readonly StyleSessions _sessions;
    private readonly ModelFactory _models;

    private LoadedStyle(StyleSessions sessions, ModelFactory models) => (_sessions, _models) = (sessions, models);

    /// <summary>The content of style.json.</summary>
    public StyleFile File => _sessions.File;

    /// <summary>The execution provider in use.</summary>
    public ProviderStatus Provider { get; private set; } = ProviderStatus.Cpu;

    /// <summary>[loader] Reads a style, opens its graphs and runs them for one note.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="provider">The requested execution provider; <see cref="Provider"/> is the one in use.</param>
    /// <exception cref="StyleException">A file of the style is missing or not valid, or a graph fails.</exception>
    public static LoadedStyle Load(string folder, ExecutionProvider provider = ExecutionProvider.Cpu) =>
        StyleBorder.Read($"The style {folder}", StyleException.ExportAgain, () => LoadFiles(folder, provider));

    /// <summary>[worker or loader] Creates a model. It must be disposed of before the style.</summary>
    public MelodyModel CreateModel() => _models.Create();

    /// <summary>[any] Closes the graphs.</summary>
    public void Dispose()
    {
        _models.Dispose();
        _sessions.Dispose();
    }

    private static LoadedStyle LoadFiles(string folder, ExecutionProvider provider)
    {
        var file = StyleFile.Read(folder);
        OnnxRuntimeLibrary.Load();
        var selector = new ProviderSelector<LoadedStyle>(
            () => Open(folder, file, cuda: false), () => Open(folder, file, cuda: true), StepTiming.MillisecondsPerNote);
        var (style, running) = selector.Open(provider, provider == ExecutionProvider.Cpu ? null : CudaLibrary.Error);
        style.Provider = running;
        return style;
    }

    private static LoadedStyle Open(string folder, StyleFile file, bool cuda)
    {
        var sessions = StyleSessions.Open(folder, file, cuda);
        ModelFactory? models = null;
        try
        {
            models = new(sessions);
            var style = new LoadedStyle(sessions, models);
            style.Try(folder);
            return style;
        }
        catch
        {
            models?.Dispose();
            sessions.Dispose();
            throw;
        }
    }

    // Finds errors that only show when a graph runs, before the first answer.
    private void Try(string folder)
    {
        try
        {
            using var model = CreateModel();
            model.Reset();
            model.Advance(new NoteEncoder(new MotifMemory(2)).Input);
            model.BeginAnswer(new(0, 0, 1, 0, Meter.Common, 0, 0));
            CheckFinite(RoleOf(GraphRole.Ioi), model.IoiLogits());
            CheckFinite(RoleOf(GraphRole.Pitch), model.PitchLogits(0, 0));
            CheckFinite(RoleOf(GraphRole.Duration), model.DurationLogits(0, 60, 0));
            CheckFinite(RoleOf(GraphRole.Velocity), model.VelocityLogits(60, 0, 0));
        }
        catch (Exception exception) when (exception is not StyleException)
        {
            string error = $"A graph of the style {folder} does not run ({StyleBorder.OneLine(exception)})";
            throw new StyleException(error, StyleException.ExportAgain, exception);
        }
    }

    // A model type without heads has one graph for all logits.
    private string RoleOf(string head) => File.Graphs.ContainsKey(head) ? head : GraphRole.Bar;

    private void CheckFinite(string role, ReadOnlySpan<float> logits)
    {
        string path = _sessions.GraphPath(role);
        foreach (float logit in logits)
        {
            if (!float.IsFinite(logit))
                throw new StyleException($"The graph {path} gives logits that are NaN or infinite", StyleException.TrainAgain);
        }
    }
}
