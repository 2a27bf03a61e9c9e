namespace ComposerPlugin.Editor;

/// <summary>[main] The status of the instance. A value, so that it can be compared at each tick; its texts change seldom.</summary>
/// <param name="Message">One sentence for the status line: an error, a notice, or how things are.</param>
/// <param name="IsError">Whether it is an error.</param>
/// <param name="IsLoading">Whether the style is loading.</param>
/// <param name="Provider">The execution provider that runs, as "CPU", with the reason where another was asked for.</param>
/// <param name="MillisecondsPerNote">The measured time that the model takes for a note; 0 if it is not known.</param>
/// <param name="LateNotes">Notes that came too late.</param>
/// <param name="Dropped">Events and requests that were dropped.</param>
public readonly record struct EditorStatus(
    string Message, bool IsError, bool IsLoading, string Provider, double MillisecondsPerNote, long LateNotes, long Dropped);
