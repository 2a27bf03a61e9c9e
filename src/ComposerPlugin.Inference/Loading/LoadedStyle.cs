using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>A loaded style, ready to make models. Many models may share it; <see cref="StyleCache"/> sees to that.</summary>
public sealed class LoadedStyle : IDisposable
{
    private readonly StyleSessions _sessions;
    private readonly ModelFactory _models;

    private LoadedStyle(StyleSessions sessions, ModelFactory models) => (_sessions, _models) = (sessions, models);

    /// <summary>What style.json says.</summary>
    public StyleFile File => _sessions.File;

    /// <summary>What it runs on.</summary>
    public ProviderStatus Provider { get; private set; } = ProviderStatus.Cpu;

    /// <summary>[worker] Reads a style, opens its graphs and plays one note with them.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="provider">What it shall run on; without a GPU that is the processor, as <see cref="Provider"/> says.</param>
    /// <exception cref="StyleException">Anything about it is not as it must be.</exception>
    public static LoadedStyle Load(string folder, ExecutionProvider provider = ExecutionProvider.Cpu)
    {
        var file = StyleFile.Read(folder);
        OnnxRuntimeLibrary.Load();
        var trial = new ProviderSelector<LoadedStyle>(() => Open(folder, file, cuda: false), () => Open(folder, file, cuda: true), StepTiming.MillisecondsPerNote);
        var (style, running) = trial.Open(provider, provider == ExecutionProvider.Cpu ? null : CudaLibrary.Trouble);
        style.Provider = running;
        return style;
    }

    /// <summary>[worker] A model at the beginning of a piece. It must be disposed of before the style is.</summary>
    public MelodyModel CreateModel() => _models.Create();

    /// <summary>[worker] Closes the graphs.</summary>
    public void Dispose()
    {
        _models.Dispose();
        _sessions.Dispose();
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

    // What only shows when a graph runs should show now, not at the first answer.
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
        catch (Exception exception) when (exception is OnnxRuntimeException or OutOfMemoryException or OverflowException)
        {
            string trouble = $"A graph of the style {folder} does not run ({StyleSessions.OneLine(exception)})";
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
                throw new StyleException($"The graph {_sessions.GraphPath(role)} gives logits that are no numbers", StyleException.TrainAgain);
        }
    }
}
