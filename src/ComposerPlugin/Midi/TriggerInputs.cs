using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>
/// [audio] Fires triggers from their parameters and from the notes and controllers mapped to them, says which controls mapped controllers
/// move, and learns mappings.
/// </summary>
public sealed class TriggerInputs
{
    private const double HighestMidi = 127;

    private readonly AnswerEngine _engine;
    private readonly ControlEnd _controls;
    private readonly MidiLearn _learn = new();
    private readonly TriggerButton[] _buttons = new TriggerButton[MidiLearn.Triggers];
    private readonly int _learnIndex = Parameters.IndexOf(Parameters.Learn.Id);
    private readonly int[] _indices = [.. Parameters.Learners.Select(learner => Parameters.IndexOf(learner.Id))];
    private readonly uint[] _ids = [.. Parameters.Triggers.Select(trigger => trigger.Id)];
    private readonly uint _learnId = Parameters.Learn.Id;
    private readonly int _recallIndex = Parameters.IndexOf(Parameters.RecallTake.Id);
    private readonly uint _recallId = Parameters.RecallTake.Id;
    private readonly int? _missing;
    private TriggerButton _recall;
    private int _recalled;

    /// <summary>[main] Creates the triggers of an engine.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="controls">The connection to the controller.</param>
    /// <param name="hasAudio">Whether there is a preview tone, whose level can learn.</param>
    public TriggerInputs(AnswerEngine engine, ControlEnd controls, bool hasAudio)
    {
        (_engine, _controls) = (engine, controls);
        _missing = hasAudio ? null : Array.IndexOf(_indices, Parameters.IndexOf(Parameters.PreviewLevel.Id));
    }

    /// <summary>[audio] Takes what a loaded project has sent: its mappings, and that all triggers are off.</summary>
    public void TakeLoaded()
    {
        if (_controls.TryTakeLearned())
        {
            for (int learner = 0; learner < MidiLearn.Learners; learner++)
                _learn.Restore(learner, learner == _missing ? default : _controls.Learned(learner));
        }
        if (!_controls.IsReset)
            return;
        _learn.Learning = null;
        Array.Clear(_buttons);
        (_recall, _recalled) = (default, 0);
    }

    /// <summary>
    /// [audio] Applies a change of a trigger parameter, of the take to recall or of MIDI learn; false for all other parameters.
    /// </summary>
    /// <param name="change">The change; the engine has been advanced to its frame.</param>
    /// <param name="plain">The plain value.</param>
    /// <param name="blockFrame">The first frame of the block, from any fixed origin.</param>
    /// <param name="sampleRate">Frames per second.</param>
    /// <param name="output">The block's output parameter changes, to reset the parameter.</param>
    public bool TakesControl(in ParameterChange change, double plain, long blockFrame, double sampleRate, HostParameterChanges output)
    {
        if (change.Index == _learnIndex)
        {
            BeginLearning((int)Math.Round(plain), change.Frame, output);
            return true;
        }
        if (change.Index == _recallIndex)
        {
            Recall((int)Math.Round(plain), change.Frame, blockFrame, sampleRate, output);
            return true;
        }
        int trigger = MidiLearn.Triggers - 1;
        while (trigger >= 0 && _indices[trigger] != change.Index)
            trigger--;
        if (trigger < 0)
            return false;
        if (_buttons[trigger].Fires(plain != 0, blockFrame + change.Frame, sampleRate))
            _engine.Trigger((TakeTrigger)trigger);
        if (plain != 0)
            Reset(_indices[trigger], _ids[trigger], change.Frame, output);
        return true;
    }

    /// <summary>[audio] Consumes a note-on that is mapped to a trigger or being learned; false for all others.</summary>
    public bool TakesNote(int frame, byte channel, byte pitch, HostParameterChanges output)
    {
        bool taken = _learn.TakesNote(channel, pitch, out var outcome);
        if (taken)
            Act(outcome, frame, output);
        return taken;
    }

    /// <summary>[audio] Consumes a controller change that is mapped or being learned; false for all others.</summary>
    /// <param name="frame">Its frame.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="number">The controller.</param>
    /// <param name="value">Its value, 0 to 127.</param>
    /// <param name="output">The block's output parameter changes.</param>
    /// <param name="moved">What it sets if it is mapped to a control; otherwise null.</param>
    public bool TakesController(
        int frame, byte channel, byte number, int value, HostParameterChanges output, out ParameterChange? moved)
    {
        bool taken = _learn.TakesController(channel, number, value, out var outcome);
        if (taken)
            Act(outcome, frame, output);
        bool isControl = taken && outcome.Learner >= MidiLearn.Triggers;
        moved = isControl ? new(_indices[outcome.Learner], Math.Clamp(value / HighestMidi, 0, 1), frame) : null;
        return taken;
    }

    private void Act(in LearnOutcome outcome, int frame, HostParameterChanges output)
    {
        if (outcome.Fires)
            _engine.Trigger((TakeTrigger)outcome.Learner);
        if (!outcome.IsLearnt)
            return;
        if (outcome.Reassigned is { } reassigned)
            _controls.SetLearned(reassigned, default);
        _controls.SetLearned(outcome.Learner, _learn[outcome.Learner]);
        Reset(_learnIndex, _learnId, frame, output);
    }

    private void BeginLearning(int entry, int frame, HostParameterChanges output)
    {
        int? learner = LearnEntries.LearnerAt(entry);
        _learn.Learning = learner == _missing ? null : learner;
        for (int i = 0; i < MidiLearn.Learners && entry == LearnEntries.ForgetAll; i++)
        {
            _learn.Restore(i, default);
            _controls.SetLearned(i, default);
        }
        if (_learn.Learning is null && entry != LearnEntries.Off)
            Reset(_learnIndex, _learnId, frame, output);
    }

    private void Recall(int choice, int frame, long blockFrame, double sampleRate, HostParameterChanges output)
    {
        // Each value is a button of its own.
        if (choice != _recalled)
            _recall.Fires(false, blockFrame + frame, sampleRate);
        _recalled = choice;
        if (_recall.Fires(choice != 0, blockFrame + frame, sampleRate))
            _engine.Recall(choice);
        if (choice != 0)
            Reset(_recallIndex, _recallId, frame, output);
    }

    // Resets a parameter to its first value: notifies the host by the block, the controller by its board.
    private void Reset(int index, uint id, int frame, HostParameterChanges output)
    {
        output.Add(id).TryAdd(frame, 0);
        _controls.Set(index, 0);
    }
}
