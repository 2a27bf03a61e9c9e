namespace ComposerPlugin.Engine;

/// <summary>
/// A bounded single-producer single-consumer queue: wait-free, all memory allocated in the constructor. A full queue refuses the item
/// (<see cref="Producer.TryPush"/> returns false) or removes the oldest one (<see cref="Producer.Push"/>), an empty one has none
/// (<see cref="Consumer.TryPop"/> returns false). One thread at a time may use each end; a host calls setActive (main) and process (audio)
/// one after the other, so both may write. The two ends are two objects, so that a thread cannot hold the wrong one.
/// </summary>
/// <typeparam name="T">A type without references: nothing for the garbage collector to follow crosses threads.</typeparam>
public sealed class SpscQueue<T>
    where T : unmanaged
{
    private readonly T[] _items;
    private readonly int _mask;

    // Positions only grow; their low bits index the array. The writer moves _written, the reader _read; Push moves _read too.
    private long _written;
    private long _read;
    private long _removed;

    private SpscQueue(int capacity)
    {
        _items = new T[capacity];
        _mask = capacity - 1;
    }

    /// <summary>Creates a queue and returns its two ends.</summary>
    /// <param name="capacity">The most items: a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not a power of two.</exception>
    public static (Producer Producer, Consumer Consumer) Create(int capacity)
    {
        if (!System.Numerics.BitOperations.IsPow2(capacity))
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity of a queue is a power of two.");
        var queue = new SpscQueue<T>(capacity);
        return (new(queue), new(queue));
    }

    /// <summary>The writing end.</summary>
    public sealed class Producer
    {
        private readonly SpscQueue<T> _queue;

        internal Producer(SpscQueue<T> queue) => _queue = queue;

        /// <summary>[any] The number of items ever appended.</summary>
        public long Written => Volatile.Read(ref _queue._written);

        /// <summary>Appends an item; false if the queue is full.</summary>
        public bool TryPush(in T item)
        {
            long written = _queue._written;
            // Acquire: the slot is free only once the reader has finished reading it.
            if (written - Volatile.Read(ref _queue._read) > _queue._mask)
                return false;
            _queue._items[written & _queue._mask] = item;
            // Release: the reader sees the item before it sees the new position.
            Volatile.Write(ref _queue._written, written + 1);
            return true;
        }

        /// <summary>Appends an item; if the queue is full, the oldest item is removed and counted.</summary>
        public void Push(in T item)
        {
            long written = _queue._written, read = Volatile.Read(ref _queue._read);
            // Where the exchange fails, the reader has taken the oldest item meanwhile.
            if (written - read > _queue._mask && Interlocked.CompareExchange(ref _queue._read, read + 1, read) == read)
                Volatile.Write(ref _queue._removed, _queue._removed + 1);
            _queue._items[written & _queue._mask] = item;
            Volatile.Write(ref _queue._written, written + 1);
        }
    }

    /// <summary>The reading end.</summary>
    public sealed class Consumer
    {
        private readonly SpscQueue<T> _queue;

        internal Consumer(SpscQueue<T> queue) => _queue = queue;

        /// <summary>[any] The number of items ever appended.</summary>
        public long Written => Volatile.Read(ref _queue._written);

        /// <summary>[any] The number of items that <see cref="Producer.Push"/> removed before they were taken.</summary>
        public long Removed => Volatile.Read(ref _queue._removed);

        /// <summary>Takes the oldest item; false if there is none.</summary>
        public bool TryPop(out T item)
        {
            while (true)
            {
                long read = Volatile.Read(ref _queue._read);
                // Acquire: pairs with the writer's release, so the item is whole.
                if (read == Volatile.Read(ref _queue._written))
                {
                    item = default;
                    return false;
                }
                item = _queue._items[read & _queue._mask];
                // A fence: the writer may reuse the slot only after it was read. Fails only if Push has removed the item meanwhile.
                if (Interlocked.CompareExchange(ref _queue._read, read + 1, read) == read)
                    return true;
            }
        }
    }
}
