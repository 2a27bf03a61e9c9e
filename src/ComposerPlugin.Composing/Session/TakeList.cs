namespace ComposerPlugin.Composing;

/// <summary>All takes at one time. Immutable.</summary>
/// <param name="Version">The value of <see cref="ComposerWorker.TakesVersion"/> at that time.</param>
/// <param name="Recent">The last takes, the newest first, without deleted ones.</param>
/// <param name="Kept">The kept takes, the oldest first; some are among the last ones too.</param>
public sealed record TakeList(int Version, IReadOnlyList<TakeSnapshot> Recent, IReadOnlyList<TakeSnapshot> Kept);
