using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[audio] The triggers: as controls that spring back, and as the keys and controllers that they have learnt.</summary>
public sealed class TriggerInputs
{
    private readonly AnswerEngine _performer;
    private readonly ProcessorQueues _wires;
    private readonly MidiLearn _learn = new();
    private readonly TriggerButton[] _buttons = new TriggerButton[MidiLearn.Triggers];
    private readonly int _learnIndex = Parameters.IndexOf(Parameters.Learn.Id);
    private readonly int[] _indices = [.. Parameters.Triggers.Select(trigger => Parameters.IndexOf(trigger.Id))];
    private readonly uint[] _ids = [.. Parameters.Triggers.Select(trigger => trigger.Id)];
    private readonly uint _learnId = Parameters.Learn.Id;

    /// <summary>Triggers that act on a performer.</summary>
    public TriggerInputs(AnswerEngine performer, ProcessorQueues wires)
    {
        _performer = performer;
        _wires = wires;
    }

    /// <summary>[audio] Takes over what was learnt in the project that was loaded.</summary>
    public void TakeRestored()
    {
        while (_wires.Learned.TryPop(out var change))
            _learn.Restore(change);
    }

    /// <summary>[audio] Takes a control's value if the control is a trigger or the one for learning; false for all others.</summary>
    /// <param name="change">The change; the performer has been advanced to its frame.</param>
    /// <param name="plain">Its plain value.</param>
    /// <param name="blockFrame">The block's first frame, since any fixed moment.</param>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="told">Where the host is told that a trigger springs back.</param>
    public bool TakesControl(in ParameterChange change, double plain, long blockFrame, double sampleRate, HostParameterChanges told)
    {
        if (change.Index == _learnIndex)
        {
            BeginLearning((int)plain, change.Frame, told);
            return true;
        }
        int trigger = MidiLearn.Triggers - 1;
        while (trigger >= 0 && _indices[trigger] != change.Index)
            trigger--;
        if (trigger < 0)
            return false;
        if (_buttons[trigger].Fires(plain != 0, blockFrame + change.Frame, sampleRate))
            _performer.Trigger((TakeTrigger)trigger);
        if (plain != 0)
            Tell(_indices[trigger], _ids[trigger], change.Frame, told);
        return true;
    }

    /// <summary>[audio] Whether a key that goes down is a trigger's, and so no music.</summary>
    public bool TakesNote(int frame, byte channel, byte pitch, HostParameterChanges told)
    {
        bool taken = _learn.TakesNote(channel, pitch, out var outcome);
        if (taken)
            Act(outcome, frame, told);
        return taken;
    }

    /// <summary>[audio] Whether a MIDI controller that moves is a trigger's, and is not passed on.</summary>
    public bool TakesController(int frame, byte channel, byte number, int value, HostParameterChanges told)
    {
        bool taken = _learn.TakesController(channel, number, value, out var outcome);
        if (taken)
            Act(outcome, frame, told);
        return taken;
    }

    private void Act(in LearnOutcome outcome, int frame, HostParameterChanges told)
    {
        if (outcome.Fires)
            _performer.Trigger(outcome.Trigger);
        if (!outcome.IsLearnt)
            return;
        if (outcome.Reassigned is { } robbed)
            _wires.ToldLearned.TryPush(new(robbed, default));
        _wires.ToldLearned.TryPush(new(outcome.Trigger, _learn[outcome.Trigger]));
        Tell(_learnIndex, _learnId, frame, told);
    }

    // 0: off; then one for each trigger; then forget all.
    private void BeginLearning(int choice, int frame, HostParameterChanges told)
    {
        _learn.Learning = choice is > 0 and <= MidiLearn.Triggers ? (TakeTrigger)(choice - 1) : null;
        if (choice <= MidiLearn.Triggers)
            return;
        for (var trigger = TakeTrigger.NewTake; trigger <= TakeTrigger.CaptureB; trigger++)
        {
            _learn.Restore(new(trigger, default));
            _wires.ToldLearned.TryPush(new(trigger, default));
        }
        Tell(_learnIndex, _learnId, frame, told);
    }

    // The control is at its first value again: the host hears of it from the block, the controller from its queue.
    private void Tell(int index, uint id, int frame, HostParameterChanges told)
    {
        told.Add(id).TryAdd(frame, 0);
        _wires.ToldValues.TryPush(new(index, 0, frame));
    }
}
