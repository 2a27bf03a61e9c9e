using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// Cancels the loads of a thread: ONNX Runtime ends one in progress within milliseconds, and later ones do not begin. A thread that loads
/// while the process exits would crash it, because ONNX Runtime's memory goes first.
/// </summary>
public sealed class LoadCancellation
{
    [ThreadStatic]
    private static LoadCancellation? _current;

    private readonly Lock _gate = new();
    private SessionOptions? _options;
    private bool _isCancelled;

    /// <summary>[loader] The cancellation of this thread's loads; null if they are not cancelled.</summary>
    public static LoadCancellation? Current => _current;

    /// <summary>[any] Whether <see cref="Cancel"/> was called.</summary>
    public bool IsCancelled => Volatile.Read(ref _isCancelled);

    /// <summary>[loader] All loads of this thread are cancelled by this from now on.</summary>
    public void Enter() => _current = this;

    /// <summary>[any] Cancels the load in progress and all later ones.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            Volatile.Write(ref _isCancelled, true);
            _options?.SetLoadCancellationFlag(true);
        }
    }

    /// <summary>[loader] Throws if the loads are cancelled.</summary>
    /// <exception cref="StyleException">They are.</exception>
    public void Check(string folder)
    {
        if (IsCancelled)
            throw new StyleException($"The style {folder} is not loaded, because the plugin is closed", "open it again");
    }

    /// <summary>[loader] Sessions are opened with these options; dispose of them after <see cref="End"/>.</summary>
    internal void Begin(SessionOptions options)
    {
        lock (_gate)
        {
            _options = options;
            if (_isCancelled)
                options.SetLoadCancellationFlag(true);
        }
    }

    /// <summary>[loader] No session is being opened.</summary>
    internal void End()
    {
        lock (_gate)
            _options = null;
    }
}
