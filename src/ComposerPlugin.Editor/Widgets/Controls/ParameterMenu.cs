using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The menu of a parameter, on the second button or the menu key; one for all widgets.</summary>
internal sealed class ParameterMenu(IEditorModel model)
{
    /// <summary>Opens the menu of a parameter's widget at a point, in units.</summary>
    public void Open(ControlWidget widget, SKPoint at)
    {
        List<MenuItem> items =
        [
            new(ControlStrings.Default(widget.DefaultText), widget.Reset),
            new(ControlStrings.CopyValue, () => widget.Host!.CopyText(widget.ValueText)),
        ];
        if (widget.CanType)
            items.Insert(1, new(ControlStrings.TypeValue, widget.StartTyping));
        Open(widget, widget.Control, at, items);
    }

    /// <summary>Opens the menu of a trigger's widget at a point, in units: MIDI learn, and the host's own.</summary>
    public void OpenTrigger(Widget widget, IControl trigger, SKPoint at) => Open(widget, trigger, at, []);

    /// <summary>Whether a trigger or control waits for a note or a controller. Allocates nothing.</summary>
    public bool IsLearning(IControl learner) => model.MidiLearn.Learning is var at and >= 0 && at == IndexOf(learner);

    private void Open(Widget widget, IControl control, SKPoint at, List<MenuItem> items)
    {
        var host = widget.Host!;
        AddLearning(host, control, items);
        // Last: what the window does by itself comes first.
        if (control.HasHostMenu)
        {
            if (items.Count > 0)
                items.Add(new(""));
            items.Add(new(ControlStrings.HostMenu(model.HostName), () => OpenHostMenu(host, control, at)));
        }
        host.OpenPopup(new Menu(Menu.AnchorAt(widget, at.X), items));
    }

    private void OpenHostMenu(IWidgetHost host, IControl control, SKPoint at)
    {
        if (!control.ShowHostMenu(at.X, at.Y))
            host.Say(ControlStrings.NoHostMenu(model.HostName));
    }

    private void AddLearning(IWidgetHost host, IControl control, List<MenuItem> items)
    {
        var learn = model.MidiLearn;
        int learner = IndexOf(control);
        if (learner < 0)
            return;
        if (items.Count > 0)
            items.Add(new(""));
        string mapping = learn.MappingOf(learner);
        if (mapping.Length > 0)
            items.Add(new(mapping));
        if (learn.Learning == learner)
            items.Add(new(ControlStrings.StopLearning, () => learn.Learn(-1)));
        else
            items.Add(new(ControlStrings.LearnOf(learn, learner), () => Learn(host, learner)));
        if (mapping.Length > 0)
            items.Add(new(ControlStrings.Forget, () => learn.Forget(learner)));
    }

    private void Learn(IWidgetHost host, int learner)
    {
        model.MidiLearn.Learn(learner);
        host.Say(ControlStrings.ToLearn(model.MidiLearn, learner));
    }

    // By title too: a model may have two objects for one parameter.
    private int IndexOf(IControl control)
    {
        var learners = model.MidiLearn.Learners;
        for (int i = 0; i < learners.Count; i++)
        {
            if (learners[i] == control || learners[i].Title == control.Title)
                return i;
        }
        return -1;
    }
}
