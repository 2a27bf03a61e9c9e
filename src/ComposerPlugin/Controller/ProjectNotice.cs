using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>What the status says of the project.</summary>
/// <param name="Error">Why it cannot play as it was saved, in a sentence; null if it can.</param>
/// <param name="HasStyleChanged">Whether the style has changed since the project was saved.</param>
/// <param name="EmptyPlace">The place of the parameter Style that is chosen but holds no style, from 1; 0 if it holds one.</param>
/// <param name="Transport">What in the host's time cannot be played as it is.</param>
public readonly record struct ProjectNotice(
    string? Error, bool HasStyleChanged, int EmptyPlace = 0, TransportNotice Transport = TransportNotice.None);
