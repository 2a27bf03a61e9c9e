namespace ComposerPlugin;

/// <summary>
/// [audio] The notes and MIDI controllers that fire triggers, and the controllers that move controls. While a trigger learns, the next note
/// or controller is mapped to it; while a control learns, the next controller. Learners are numbered as in
/// <see cref="Parameters.Learners"/>.
/// </summary>
public sealed class MidiLearn
{
    /// <summary>The number of triggers.</summary>
    public const int Triggers = 10;

    /// <summary>The number of learners: the triggers, then the controls.</summary>
    public const int Learners = Triggers + 32;

    // Controllers 120 to 127 are channel mode messages, such as All Notes Off; hosts send them unasked.
    private const int FirstChannelMode = 120, UpperHalf = 64;

    private readonly LearnedMapping[] _learned = new LearnedMapping[Learners];
    private readonly bool[] _isUp = new bool[Learners];

    /// <summary>[audio] The learner that learns the next note or controller; null if none does.</summary>
    public int? Learning { get; set; }

    /// <summary>[audio] The mapping of a learner.</summary>
    public LearnedMapping this[int learner] => _learned[learner];

    /// <summary>[audio] Sets the mapping of a learner.</summary>
    public void Restore(int learner, in LearnedMapping mapping) => _learned[learner] = mapping;

    /// <summary>[audio] Consumes a note-on that is mapped to a trigger or being learned; false for all others.</summary>
    public bool TakesNote(byte channel, byte pitch, out LearnOutcome outcome) =>
        Takes(new(LearnedSource.Note, channel, pitch), isUp: true, wasUp: false, out outcome);

    /// <summary>[audio] Consumes a controller change that is mapped or being learned; false for all others.</summary>
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
            _isUp[outcome.Learner] = isUp;
        return taken;
    }

    private bool Takes(in LearnedMapping mapping, bool isUp, bool wasUp, out LearnOutcome outcome)
    {
        int known = Find(mapping);
        if (Learning is { } learner && (learner < Triggers || mapping.Source == LearnedSource.Controller))
        {
            // A note or controller has one learner only: the last that learned it.
            int? reassigned = known >= 0 && known != learner ? known : null;
            if (reassigned is { } other)
                _learned[other] = default;
            _learned[learner] = mapping;
            Learning = null;
            outcome = new(learner, IsLearnt: true, Fires: false, reassigned);
            return true;
        }
        outcome = known < 0 ? default : new(known, IsLearnt: false, Fires: known < Triggers && isUp && !wasUp, null);
        return known >= 0;
    }

    private int Find(in LearnedMapping mapping)
    {
        int found = Learners - 1;
        while (found >= 0 && !IsSame(_learned[found], mapping))
            found--;
        return found;
    }

    // Not the record's ==: it allocates a comparer for the enum at the first use.
    private static bool IsSame(in LearnedMapping one, in LearnedMapping other) =>
        one.Source == other.Source && one.Channel == other.Channel && one.Number == other.Number;
}
