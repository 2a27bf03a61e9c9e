namespace ComposerPlugin.Editor;

/// <summary>[main] Gestures of one moment.</summary>
public static class ControlExtensions
{
    /// <summary>Sets a value, as one gesture.</summary>
    public static void Change(this IControl control, double value)
    {
        control.Begin();
        control.Set(Math.Clamp(value, 0, 1));
        control.End();
    }

    /// <summary>The number of the entry of a list, or of the step.</summary>
    public static int Entry(this IControl control) => control.EntryOf(control.Value);

    /// <summary>The number of the entry of a value: VST3's rule, which gives each entry the same share of an automation's range.</summary>
    public static int EntryOf(this IControl control, double value) => Math.Clamp((int)(value * (control.Steps + 1)), 0, control.Steps);

    /// <summary>Chooses an entry of a list, as one gesture.</summary>
    public static void Choose(this IControl control, int entry) => control.Change((double)entry / control.Steps);

    /// <summary>Presses a trigger, as one gesture. The plugin sets it back when it has acted.</summary>
    public static void Press(this IControl control) => control.Change(1);
}
