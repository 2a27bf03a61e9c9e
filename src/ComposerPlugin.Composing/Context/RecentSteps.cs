using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>The last steps of a piece, as its model has read them: another model that reads them too can go on from there.</summary>
internal sealed class RecentSteps
{
    /// <summary>How many another model reads at most.</summary>
    public const int MostRead = Capacities.ContextSteps;

    // What is taken back must not have pushed out what another model is still to read.
    private readonly StepInput[] _steps = new StepInput[2 * MostRead];

    /// <summary>How many steps the piece has had.</summary>
    public long Count { get; private set; }

    /// <summary>How many it had at its mark.</summary>
    public long Marked { get; private set; }

    /// <summary>The number of the oldest step that is remembered.</summary>
    public long Oldest { get; private set; }

    /// <summary>Where another model begins to read.</summary>
    public long Begin => Math.Min(Math.Max(Oldest, Count - MostRead), Count);

    /// <summary>A step, by its number in the piece, from <see cref="Begin"/> on.</summary>
    public ref readonly StepInput this[long number] => ref _steps[number % _steps.Length];

    /// <summary>Forgets all.</summary>
    public void Clear() => Oldest = Count = Marked = 0;

    /// <summary>The piece's model has read a step.</summary>
    public void Add(in StepInput step)
    {
        _steps[Count++ % _steps.Length] = step;
        Oldest = Math.Max(Oldest, Count - _steps.Length);
    }

    /// <summary>Remembers the present point.</summary>
    public void Mark() => Marked = Count;

    /// <summary>Goes back to it.</summary>
    public void Return() => Count = Marked;
}
