using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// Runs the graphs of a model, one at a time. <see cref="RunWatchdog"/> ends a run that does not finish in time; after that the model runs
/// no more. A run takes no lock and allocates nothing.
/// </summary>
internal sealed class TimedRuns : IDisposable
{
    private readonly string _style;
    private readonly RunOptions _options = new();
    private readonly int _mostPolls;

    // Odd while a run is in progress.
    private long _count;

    // The watchdog's: polls that found a run in progress, since a count.
    private int _polls;
    private long _countBefore;
    private bool _isOver;

    /// <summary>[worker or loader] Registers with the watchdog.</summary>
    /// <param name="style">The style's name, for the message.</param>
    /// <param name="limit">The limit of a run.</param>
    public TimedRuns(string style, TimeSpan limit)
    {
        _style = style;
        _mostPolls = (int)Math.Ceiling(limit / RunWatchdog.Interval);
        RunWatchdog.Add(this);
    }

    /// <summary>[any] The limit of a run on the CPU: hundreds of times what the slowest presets need on a busy machine.</summary>
    public static TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>[any] The limit of a run on a GPU, whose first run loads the driver's libraries.</summary>
    public static TimeSpan GpuLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>[worker or loader] Runs a graph.</summary>
    /// <exception cref="StyleException">It did not finish in time, now or before.</exception>
    /// <exception cref="OnnxRuntimeException">It failed.</exception>
    public void Run(InferenceSession session, OrtIoBinding binding)
    {
        Volatile.Write(ref _count, _count + 1);
        try
        {
            session.RunWithBinding(_options, binding);
        }
        catch (OnnxRuntimeException exception) when (Volatile.Read(ref _isOver))
        {
            throw new StyleException(
                $"The style {_style} was stopped, because its graphs take too long", "choose another style", exception);
        }
        finally
        {
            Volatile.Write(ref _count, _count + 1);
        }
    }

    /// <summary>[any] Releases the options; the caller ensures that nothing runs.</summary>
    public void Dispose()
    {
        RunWatchdog.Remove(this);
        _options.Dispose();
    }

    /// <summary>
    /// [watchdog] Ends the run in progress if it takes too long, or if runs took as long as an interval each for all that time. It counts
    /// its own polls, so that no time passes while the machine sleeps or starves all threads.
    /// </summary>
    internal void Poll()
    {
        long count = Volatile.Read(ref _count);
        bool isRunning = (count & 1) == 1;
        if (isRunning)
            _polls++;
        if ((count - _countBefore) / 2 >= _polls)
            (_polls, _countBefore) = (0, count & ~1L);
        if (!isRunning || _polls < _mostPolls || _isOver)
            return;
        Volatile.Write(ref _isOver, true);
        _options.Terminate = true;
    }
}
