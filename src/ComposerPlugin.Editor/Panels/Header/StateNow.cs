namespace ComposerPlugin.Editor;

/// <summary>What the plugin is doing: cheap to make and to compare at each tick; it becomes words only when it changes.</summary>
/// <param name="Kind">What.</param>
/// <param name="Bar">The bar of an answer, from 1; or the bars until it starts.</param>
/// <param name="Bars">The number of bars of an answer.</param>
internal readonly record struct StateNow(StateKind Kind, long Bar = 0, long Bars = 0)
{
    /// <summary>Whether the plugin plays, or is about to.</summary>
    public bool IsPlaying => Kind is StateKind.Answering or StateKind.AnswerComes;

    /// <summary>Whether something is wrong with the routing.</summary>
    public bool IsNotice => Kind is StateKind.NoMidi or StateKind.NoOutput;
}
