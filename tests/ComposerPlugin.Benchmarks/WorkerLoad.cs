using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Benchmarks;

/// <summary>An instance that renders offline as fast as it can on a thread of its own, until it is disposed of.</summary>
internal sealed class WorkerLoad : IDisposable
{
    private const int Block = 512, Phrases = 10_000;

    private readonly PlayingInstance _seat;
    private readonly Thread _thread;
    private volatile bool _isOver;

    public WorkerLoad(PluginLibrary library)
    {
        var transport = new HostTransport(SongMap.Constant(120), PlayingInstance.SampleRate);
        _seat = new(library, "Composer MIDI", transport, new PlayedPhrases(transport, Phrases).Events, Block, ProcessMode.Offline, 2);
        _thread = new(() =>
        {
            while (!_isOver)
                _seat.Play(Block);
        })
        { Name = "offline render" };
        _thread.Start();
    }

    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
        _seat.Dispose();
    }
}
