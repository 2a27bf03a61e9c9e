using ComposerPlugin.Editor;
using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>[main] What fires the triggers and moves the controls, for the window.</summary>
internal sealed class WindowMidiLearn : IMidiLearn
{
    private readonly Controller _controller;
    private readonly ParameterControl _learn;
    private readonly LearnedMapping[] _known;
    private int _learning = -1;

    /// <summary>The mappings of an instance.</summary>
    public WindowMidiLearn(Controller controller, Func<uint, float, float, bool> showMenu)
    {
        _controller = controller;
        _learn = new(controller, Parameters.Learn, showMenu);
        Learners = [.. Parameters.Learners.Select(learner => new ParameterControl(controller, learner, showMenu))];
        _known = new LearnedMapping[Learners.Count];
    }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<IControl> Learners { get; }

    /// <inheritdoc/>
    public int TriggerCount => MidiLearn.Triggers;

    /// <inheritdoc/>
    public int Learning => LearnEntries.LearnerAt(_learn.Entry()) ?? -1;

    /// <summary>Looks whether a mapping has changed.</summary>
    public void Refresh()
    {
        bool isChanged = Learning != _learning;
        _learning = Learning;
        for (int i = 0; i < _known.Length; i++)
        {
            var mapping = _controller.LearnedBy(i);
            isChanged |= mapping != _known[i];
            _known[i] = mapping;
        }
        if (isChanged)
            Version++;
    }

    /// <inheritdoc/>
    public string MappingOf(int learner)
    {
        var mapping = _known[learner];
        return mapping.Source switch
        {
            LearnedSource.Note => $"note {new Pitch(mapping.Number)}, channel {mapping.Channel + 1}",
            LearnedSource.Controller => $"controller {mapping.Number}, channel {mapping.Channel + 1}",
            _ => "",
        };
    }

    /// <inheritdoc/>
    public void Learn(int learner) => _learn.Choose(learner < 0 ? LearnEntries.Off : LearnEntries.Of(learner));

    /// <inheritdoc/>
    public void Forget(int learner) => _controller.Forget(learner);

    /// <inheritdoc/>
    public void ForgetAll() => _learn.Choose(LearnEntries.ForgetAll);
}
