namespace ComposerPlugin.Models;

/// <summary>
/// The one worker thread of this process, which serves the composers of all instances in turn. It runs while there is a
/// composer. Audio threads neither wake it nor wait for it: it looks for requests every millisecond.
/// </summary>
public static class ComposerPool
{
    private const int IdleMilliseconds = 1;

    // The worker holds _gate while composers work, so that whoever takes it knows that none does. No audio thread takes either lock.
    private static readonly Lock _gate = new();
    private static readonly Lock _lifetime = new();
    private static readonly List<Composer> _composers = [];
    private static Thread? _worker;
    private static bool _isStopping;

    /// <summary>[main] Serves a composer from now on.</summary>
    public static void Add(Composer composer)
    {
        lock (_lifetime)
        {
            lock (_gate)
                _composers.Add(composer);
            if (_worker is not null)
                return;
            Volatile.Write(ref _isStopping, false);
            _worker = new(Run) { IsBackground = true, Name = "Composer" };
            _worker.Start();
        }
    }

    /// <summary>[main] Serves a composer no longer, and disposes of it; afterwards the worker does not touch it.</summary>
    public static void Remove(Composer composer)
    {
        lock (_lifetime)
        {
            bool isLast;
            lock (_gate)
            {
                if (!_composers.Remove(composer))
                    return;
                composer.Dispose();
                isLast = _composers.Count == 0;
            }
            if (isLast)
                Join();
        }
    }

    /// <summary>[main] Ends the thread, before the library may be unloaded, and disposes of composers that are left.</summary>
    public static void StopAll()
    {
        lock (_lifetime)
        {
            Join();
            foreach (var composer in _composers)
                composer.Dispose();
            _composers.Clear();
        }
    }

    internal static bool IsRunning
    {
        get
        {
            lock (_lifetime)
                return _worker is not null;
        }
    }

    private static void Join()
    {
        Volatile.Write(ref _isStopping, true);
        _worker?.Join();
        _worker = null;
    }

    private static void Run()
    {
        while (!Volatile.Read(ref _isStopping))
        {
            if (!WorkOnce())
                Thread.Sleep(IdleMilliseconds);
        }
    }

    private static bool WorkOnce()
    {
        bool worked = false;
        lock (_gate)
        {
            foreach (var composer in _composers)
                worked |= composer.Work();
        }
        return worked;
    }
}
