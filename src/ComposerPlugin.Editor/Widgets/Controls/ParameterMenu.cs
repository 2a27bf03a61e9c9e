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

    /// <summary>Whether a trigger waits for a note or a controller. Allocates nothing.</summary>
    public bool IsLearning(IControl trigger) => model.MidiLearn.Learning is var at and >= 0 && at == IndexOf(trigger);

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
        int trigger = IndexOf(control);
        if (trigger < 0)
            return;
        string mapping = model.MidiLearn.MappingOf(trigger);
        if (mapping.Length > 0)
            items.Add(new(mapping));
        if (IsLearning(control))
            items.Add(new(ControlStrings.StopLearning, () => model.MidiLearn.Learn(-1)));
        else
            items.Add(new(ControlStrings.Learn, () => Learn(host, trigger)));
    }

    private void Learn(IWidgetHost host, int trigger)
    {
        model.MidiLearn.Learn(trigger);
        host.Say(ControlStrings.PlayToLearn(model.MidiLearn.Triggers[trigger].Title));
    }

    // By title too: a model may have two objects for one parameter.
    private int IndexOf(IControl control)
    {
        var triggers = model.MidiLearn.Triggers;
        for (int i = 0; i < triggers.Count; i++)
        {
            if (triggers[i] == control || triggers[i].Title == control.Title)
                return i;
        }
        return -1;
    }
}
