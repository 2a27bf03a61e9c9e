using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>[audio] The keys and MIDI controllers that fire triggers. While one is being learnt, the next key or controller becomes its own.</summary>
public sealed class MidiLearn
{
    /// <summary>How many triggers there are.</summary>
    public const int Triggers = 5;

    // MIDI's channel mode messages: a host sends them by itself, and all notes off is no pedal.
    private const int FirstChannelMode = 120, UpperHalf = 64;

    private readonly LearnedMapping[] _learned = new LearnedMapping[Triggers];
    private readonly bool[] _isUp = new bool[Triggers];

    /// <summary>[audio] The trigger that learns what comes next; null when none does.</summary>
    public TakeTrigger? Learning { get; set; }

    /// <summary>[audio] What a trigger goes by.</summary>
    public LearnedMapping this[TakeTrigger trigger] => _learned[(int)trigger];

    /// <summary>[audio] Takes over what was learnt earlier.</summary>
    public void Restore(in LearnedChange change) => _learned[(int)change.Trigger] = change.Control;

    /// <summary>[audio] Whether a key that goes down is a trigger's; <paramref name="outcome"/> says what to do.</summary>
    public bool TakesNote(byte channel, byte pitch, out LearnOutcome outcome) => Takes(new(LearnedKind.Note, channel, pitch), isUp: true, wasUp: false, out outcome);

    /// <summary>[audio] Whether a controller that moves is a trigger's; <paramref name="outcome"/> says what to do.</summary>
    public bool TakesController(byte channel, byte number, int value, out LearnOutcome outcome)
    {
        outcome = default;
        if (number >= FirstChannelMode)
            return false;
        var moved = new LearnedMapping(LearnedKind.Controller, channel, number);
        bool isUp = value >= UpperHalf;
        int known = Find(moved);
        bool taken = Takes(moved, isUp, known >= 0 && _isUp[known], out outcome);
        if (taken)
            _isUp[(int)outcome.Trigger] = isUp;
        return taken;
    }

    private bool Takes(in LearnedMapping control, bool isUp, bool wasUp, out LearnOutcome outcome)
    {
        int known = Find(control);
        if (Learning is { } learner)
        {
            // One key fires one trigger: the newest that learnt it.
            TakeTrigger? robbed = known >= 0 && known != (int)learner ? (TakeTrigger)known : null;
            if (robbed is { } other)
                _learned[(int)other] = default;
            _learned[(int)learner] = control;
            Learning = null;
            outcome = new(learner, IsLearnt: true, Fires: false, robbed);
            return true;
        }
        outcome = known < 0 ? default : new((TakeTrigger)known, IsLearnt: false, Fires: isUp && !wasUp, null);
        return known >= 0;
    }

    private int Find(in LearnedMapping control)
    {
        int found = Triggers - 1;
        while (found >= 0 && !IsSame(_learned[found], control))
            found--;
        return found;
    }

    // Not by ==, which makes a comparer for the enumeration when it is first used.
    private static bool IsSame(in LearnedMapping one, in LearnedMapping other) => one.Kind == other.Kind && one.Channel == other.Channel && one.Number == other.Number;
}
