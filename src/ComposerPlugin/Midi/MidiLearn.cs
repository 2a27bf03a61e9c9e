using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>
/// [audio] The notes and MIDI controllers that fire triggers. While a trigger learns, the next note or controller is mapped to it.
/// </summary>
public sealed class MidiLearn
{
    /// <summary>The number of triggers.</summary>
    public const int Triggers = 10;

    // Controllers 120 to 127 are channel mode messages, such as All Notes Off; hosts send them unasked.
    private const int FirstChannelMode = 120, UpperHalf = 64;

    private readonly LearnedMapping[] _learned = new LearnedMapping[Triggers];
    private readonly bool[] _isUp = new bool[Triggers];

    /// <summary>[audio] The trigger that learns the next note or controller; null if none does.</summary>
    public TakeTrigger? Learning { get; set; }

    /// <summary>[audio] The mapping of a trigger.</summary>
    public LearnedMapping this[TakeTrigger trigger] => _learned[(int)trigger];

    /// <summary>[audio] Sets the mapping of a trigger.</summary>
    public void Restore(TakeTrigger trigger, in LearnedMapping mapping) => _learned[(int)trigger] = mapping;

    /// <summary>[audio] Consumes a note-on that is mapped to a trigger or being learned; false for all others.</summary>
    public bool TakesNote(byte channel, byte pitch, out LearnOutcome outcome) =>
        Takes(new(LearnedSource.Note, channel, pitch), isUp: true, wasUp: false, out outcome);

    /// <summary>[audio] Consumes a controller change that is mapped to a trigger or being learned; false for all others.</summary>
    public bool TakesController(byte channel, byte number, int value, out LearnOutcome outcome)
    {
        outcome = default;
        if (number >= FirstChannelMode)
            return false;
        var moved = new LearnedMapping(LearnedSource.Controller, channel, number);
        bool isUp = value >= UpperHalf;
        int known = Find(moved);
        bool taken = Takes(moved, isUp, known >= 0 && _isUp[known], out outcome);
        if (taken)
            _isUp[(int)outcome.Trigger] = isUp;
        return taken;
    }

    private bool Takes(in LearnedMapping mapping, bool isUp, bool wasUp, out LearnOutcome outcome)
    {
        int known = Find(mapping);
        if (Learning is { } learner)
        {
            // A note or controller fires one trigger only: the last that learned it.
            TakeTrigger? reassigned = known >= 0 && known != (int)learner ? (TakeTrigger)known : null;
            if (reassigned is { } other)
                _learned[(int)other] = default;
            _learned[(int)learner] = mapping;
            Learning = null;
            outcome = new(learner, IsLearnt: true, Fires: false, reassigned);
            return true;
        }
        outcome = known < 0 ? default : new((TakeTrigger)known, IsLearnt: false, Fires: isUp && !wasUp, null);
        return known >= 0;
    }

    private int Find(in LearnedMapping mapping)
    {
        int found = Triggers - 1;
        while (found >= 0 && !IsSame(_learned[found], mapping))
            found--;
        return found;
    }

    // Not the record's ==: it allocates a comparer for the enum at the first use.
    private static bool IsSame(in LearnedMapping one, in LearnedMapping other) =>
        one.Source == other.Source && one.Channel == other.Channel && one.Number == other.Number;
}
