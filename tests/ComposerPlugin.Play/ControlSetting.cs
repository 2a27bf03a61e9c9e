namespace ComposerPlugin.Play;

/// <summary>A value for a control, as it was typed.</summary>
/// <param name="Option">The option that set it.</param>
/// <param name="Quarter">Song position in quarter notes; null is before the song.</param>
/// <param name="Title">The control's title.</param>
/// <param name="Text">The value: a name from a list, or a number in the control's own unit.</param>
internal sealed record ControlSetting(string Option, double? Quarter, string Title, string Text)
{
    /// <summary>Reads QUARTER:TITLE=VALUE.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static ControlSetting ParseMoved(string option, string text) => text.Split(':', 2) is [var quarter, var setting]
        ? Parse(option, PlayOptions.Number(option, quarter, 0, 10_000), setting)
        : throw new FormatException($"{option} {text}: give a quarter, :, a control's title, = and a value.");

    /// <summary>Reads TITLE=VALUE.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static ControlSetting Parse(string option, double? quarter, string text) => text.Split('=', 2) is [var title, var value]
        ? new(option, quarter, title.Trim(), value.Trim())
        : throw new FormatException($"{option} {text}: give a control's title, = and a value. ./run.sh --list shows them.");
}
