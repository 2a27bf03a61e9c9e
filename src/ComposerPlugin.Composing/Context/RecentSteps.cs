using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>The last steps that the model has read. Another model that reads them can continue from there.</summary>
internal sealed class RecentSteps
{
    /// <summary>The most steps that another model reads.</summary>
    public const int MostRead = Capacities.ContextSteps;

    // Steps that are removed again must not have overwritten those that another model is still to read.
    private readonly StepInput[] _steps = new StepInput[2 * MostRead];

    /// <summary>How many steps were read.</summary>
    public long Count { get; private set; }

    /// <summary>How many had been read at the mark.</summary>
    public long Marked { get; private set; }

    /// <summary>The number of the oldest step in memory.</summary>
    public long Oldest { get; private set; }

    /// <summary>The number of the step from which another model reads.</summary>
    public long Begin => Math.Min(Math.Max(Oldest, Count - MostRead), Count);

    /// <summary>A step, by its number, from <see cref="Begin"/> on.</summary>
    public ref readonly StepInput this[long number] => ref _steps[number % _steps.Length];

    /// <summary>Resets.</summary>
    public void Clear() => Oldest = Count = Marked = 0;

    /// <summary>Adds a step.</summary>
    public void Add(in StepInput step)
    {
        _steps[Count++ % _steps.Length] = step;
        Oldest = Math.Max(Oldest, Count - _steps.Length);
    }

    /// <summary>Marks the current point.</summary>
    public void Mark() => Marked = Count;

    /// <summary>Returns to the mark.</summary>
    public void Return() => Count = Marked;
}
