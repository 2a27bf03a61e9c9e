namespace ComposerPlugin.Benchmarks;

/// <summary>Plays instances in real time on an audio thread of its own, until it is disposed of.</summary>
internal sealed class Music : IDisposable
{
    private const int Block = 512, Piece = 16 * Block;

    private readonly Thread _thread;
    private volatile bool _isOver;

    public Music(IReadOnlyList<PlayingInstance> seats)
    {
        _thread = new(() =>
        {
            while (!_isOver)
                LiveRun.PlayHere(seats, Block, Piece);
        })
        { Name = "host audio" };
        _thread.Start();
    }

    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
    }
}
