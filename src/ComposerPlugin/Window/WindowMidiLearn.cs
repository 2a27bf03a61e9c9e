using ComposerPlugin.Editor;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>[main] What fires the triggers, for the window.</summary>
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
        Triggers = [.. Parameters.Triggers.Select(trigger => new ParameterControl(controller, trigger, showMenu))];
        _known = new LearnedMapping[Triggers.Count];
    }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<IControl> Triggers { get; }

    /// <inheritdoc/>
    public int Learning => _learn.Entry() is var entry && entry <= Triggers.Count ? entry - 1 : -1;

    /// <summary>Looks whether a mapping has changed.</summary>
    public void Refresh()
    {
        bool isChanged = Learning != _learning;
        _learning = Learning;
        for (int i = 0; i < _known.Length; i++)
        {
            var mapping = _controller.LearnedBy((TakeTrigger)i);
            isChanged |= mapping != _known[i];
            _known[i] = mapping;
        }
        if (isChanged)
            Version++;
    }

    /// <inheritdoc/>
    public string MappingOf(int trigger)
    {
        var mapping = _known[trigger];
        return mapping.Source switch
        {
            LearnedSource.Note => $"note {new Pitch(mapping.Number)}, channel {mapping.Channel + 1}",
            LearnedSource.Controller => $"controller {mapping.Number}, channel {mapping.Channel + 1}",
            _ => "",
        };
    }

    /// <inheritdoc/>
    public void Learn(int trigger) => _learn.Choose(trigger + 1);

    /// <inheritdoc/>
    public void ForgetAll() => _learn.Choose(_learn.Steps);
}
