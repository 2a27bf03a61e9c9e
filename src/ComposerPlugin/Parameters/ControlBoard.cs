using System.Runtime.CompilerServices;

namespace ComposerPlugin;

/// <summary>
/// What the main side or the audio side of an instance has set, as one value for the other: each board holds all that came before, so that
/// none can be lost. Times are counts of the boards that a side has published.
/// </summary>
internal struct ControlBoard
{
    /// <summary>The most parameters.</summary>
    public const int Capacity = 64;

    /// <summary>When it was published.</summary>
    public int Time;

    /// <summary>The time of the last board that was received from the other side.</summary>
    public int Received;

    /// <summary>When the triggers were last reset; 0: never.</summary>
    public int ResetAt;

    /// <summary>When the mappings were last set; 0: never.</summary>
    public int LearnedAt;

    /// <summary>The normalized values, by index in <see cref="Parameters.All"/>.</summary>
    public Normalized Values;

    /// <summary>When each value was last set; 0: never.</summary>
    public Times SetAt;

    /// <summary>The mappings, as in <see cref="Parameters.Learners"/>.</summary>
    public Mappings Learned;

    /// <summary>Normalized values.</summary>
    [InlineArray(Capacity)]
    public struct Normalized
    {
        private double _value;
    }

    /// <summary>Times.</summary>
    [InlineArray(Capacity)]
    public struct Times
    {
        private int _time;
    }

    /// <summary>Mappings.</summary>
    [InlineArray(MidiLearn.Learners)]
    public struct Mappings
    {
        private LearnedMapping _mapping;
    }
}
