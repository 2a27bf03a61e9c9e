namespace ComposerPlugin.Composing;

/// <summary>
/// Changes of the <see cref="SessionMemory"/> that the main thread requests and the worker makes, each after the requests of the audio
/// thread that came before it.
/// </summary>
internal sealed class SessionEdits
{
    private readonly Lock _gate = new();
    private readonly Queue<(long After, Action Make)> _edits = [];
    private int _count;

    /// <summary>[any] Whether there are any.</summary>
    public bool HasAny => Volatile.Read(ref _count) > 0;

    /// <summary>[main] Adds a change.</summary>
    /// <param name="after">The number of requests before it.</param>
    /// <param name="make">[worker] Makes it.</param>
    public void Add(long after, Action make)
    {
        lock (_gate)
        {
            _edits.Enqueue((after, make));
            Volatile.Write(ref _count, _edits.Count);
        }
    }

    /// <summary>[main] Removes all.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _edits.Clear();
            Volatile.Write(ref _count, 0);
        }
    }

    /// <summary>[worker] Makes those that are due.</summary>
    /// <param name="done">How many requests are done.</param>
    /// <returns>Whether there were any.</returns>
    public bool Make(long done)
    {
        bool made = false;
        lock (_gate)
        {
            while (_edits.TryPeek(out var edit) && edit.After <= done)
            {
                _edits.Dequeue();
                edit.Make();
                made = true;
            }
            Volatile.Write(ref _count, _edits.Count);
        }
        return made;
    }
}
