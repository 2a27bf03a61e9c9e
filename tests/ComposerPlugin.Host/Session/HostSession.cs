using System.Runtime.ExceptionServices;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>
/// Runs an activated plugin through a song as a host does: block by block on a thread of its own, with transport, track, live input and a
/// recording of all output. After the first blocks it allocates nothing, so that measured allocations are the plugin's.
/// </summary>
public sealed class HostSession : IDisposable
{
    private readonly HostTransport _transport;
    private readonly SessionSetup _setup;
    private readonly TimelineItem[] _live;
    private readonly TrackPlayer _track;
    private readonly BlockInput _input;
    private readonly ContextFlags _given;
    private readonly Func<double, double> _tempoChangeBehind;
    private readonly Func<double, double> _meterChangeBehind;
    private TimeSpan _blockTime;
    private int _nextLive;
    private bool _processing;

    /// <summary>[main] Activates the plugin; the session is at time 0.</summary>
    public HostSession(HostedPlugin plugin, HostTransport transport, Timeline timeline, SessionSetup setup)
    {
        (Plugin, _transport, _setup) = (plugin, transport, setup);
        _live = timeline.Live;
        (_tempoChangeBehind, _meterChangeBehind) = (transport.Song.Tempo.NextChange, transport.Song.Meter.NextChange);
        _track = new(transport, timeline.Track);
        _input = new(plugin, setup.MapControllers);
        _given = ContextFields.Given(setup, plugin.ContextRequirements);
        int announced = setup.AnnouncedFrames > 0 ? setup.AnnouncedFrames : setup.Blocks.Largest;
        plugin.Activate(transport.SampleRate, announced, setup.Mode, setup.SampleSize);
    }

    /// <summary>The plugin.</summary>
    public HostedPlugin Plugin { get; }

    /// <summary>Its output so far.</summary>
    public Recording Recording { get; } = new();

    /// <summary>Sample frames since the session began.</summary>
    public long Time { get; private set; }

    /// <summary>Bytes allocated by host and plugin on the host's audio thread in the last run, in this process's managed heap.</summary>
    public long LastRunAllocatedBytes { get; private set; }

    /// <summary>[main] Runs for a number of sample frames and returns after the last.</summary>
    public HostSession RunFrames(long frames)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Run(Time + frames);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        })
        { Name = "host audio", IsBackground = true };
        thread.Start();
        thread.Join();
        failure?.Throw();
        _input.ShowMovedParameters();
        return this;
    }

    /// <summary>[main] Runs until a time, in sample frames since the session began.</summary>
    public HostSession RunUntil(long time) => RunFrames(Math.Max(0, time - Time));

    /// <summary>
    /// [main] Runs until the song has played a number of quarter notes since the session began, counting all passes of a cycle.
    /// </summary>
    public HostSession RunUntilPlayed(double quarters) => RunUntil(_transport.TimeAfter(quarters));

    /// <summary>[main] Ends processing and deactivates the plugin without disposing it.</summary>
    public void Dispose()
    {
        if (_processing)
            Plugin.SetProcessing(false);
        _processing = false;
        Plugin.Deactivate();
    }

    private void Run(long end)
    {
        if (!_processing)
            Plugin.SetProcessing(true);
        _processing = true;
        var clock = new BlockClock(_transport.SampleRate, Time);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        while (Time < end)
        {
            int frames = (int)Math.Min(_setup.Blocks.Next(), end - Time);
            if (_setup.Pacing == Pacing.Realtime)
                clock.WaitFor(_setup.BurstFrames > 0 ? Time / _setup.BurstFrames * _setup.BurstFrames : Time);
            _blockTime = TimeSpan.Zero;
            PlayBlock(frames);
            if (_setup.Pacing == Pacing.Realtime && _setup.BurstFrames == 0 && frames > 0
                && _blockTime > TimeSpan.FromSeconds(frames / _transport.SampleRate))
                Recording.LateBlocks++;
        }
        LastRunAllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
    }

    private void PlayBlock(int frames)
    {
        if (frames == 0)
            PlayPiece(0);
        for (long end = Time + frames; Time < end;)
            PlayPiece((int)(Math.Min(end, NextSplit()) - Time));
    }

    private void PlayPiece(int frames)
    {
        for (; _nextLive < _live.Length && _live[_nextLive].Time < Time + frames; _nextLive++)
        {
            long at = Math.Max(Time, (long)_live[_nextLive].Time);
            _input.Take(_live[_nextLive], (int)(at - Time), _transport.At(at).Quarter);
        }
        _track.Play(Time, frames, _input);
        var context = _transport.ContextAt(Time, _given);
        bool succeeded = Plugin.Process(frames, context, _setup.Missing);
        _blockTime += Plugin.LastProcessTime;
        _input.TakeOutputChanges();
        Recording.Take(Plugin, _transport, Time, frames, succeeded);
        Time += frames;
    }

    private long NextSplit()
    {
        var stretch = _transport.StretchAt(Time);
        long next = _setup.Splits.HasFlag(BlockSplits.Jumps) ? stretch.End : long.MaxValue;
        if (!stretch.Playing)
            return next;
        if (_setup.Splits.HasFlag(BlockSplits.TempoChanges))
            next = Math.Min(next, NextChange(stretch, _tempoChangeBehind));
        if (_setup.Splits.HasFlag(BlockSplits.MeterChanges))
            next = Math.Min(next, NextChange(stretch, _meterChangeBehind));
        return next;
    }

    private long NextChange(in Stretch stretch, Func<double, double> changeBehind)
    {
        for (double change = changeBehind(_transport.At(Time).Quarter); !double.IsPositiveInfinity(change); change = changeBehind(change))
        {
            long at = stretch.TimeOf(_transport.SongSampleOf(change));
            if (at > Time)
                return at;
            // Rounded up, the first frame after this change is the current one.
        }
        return long.MaxValue;
    }
}
