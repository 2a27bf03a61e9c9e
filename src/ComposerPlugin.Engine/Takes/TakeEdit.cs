namespace ComposerPlugin.Engine;

/// <summary>A message from the main thread to the audio thread: what the musician does with takes in the window.</summary>
/// <param name="Kind">The type of message: which of the other properties are set.</param>
public readonly record struct TakeEdit(TakeEditKind Kind)
{
    /// <summary><see cref="TakeEditKind.Lock"/>: the notes; forwarded to the worker.</summary>
    public LockChange Lock { get; init; }

    /// <summary><see cref="TakeEditKind.Lock"/>: whether the take has locked notes after the change.</summary>
    public bool HasLocks { get; init; }

    /// <summary>
    /// <see cref="TakeEditKind.Keep"/>: the take; <see cref="TakeEditKind.Unkeep"/>, <see cref="TakeEditKind.Hide"/>: its id.
    /// </summary>
    public RecentTake Take { get; init; }
}
