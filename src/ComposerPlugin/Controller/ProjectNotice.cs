namespace ComposerPlugin;

/// <summary>What the status says of the project.</summary>
/// <param name="Error">Why it cannot play as it was saved, in a sentence; null if it can.</param>
/// <param name="HasStyleChanged">Whether the style has changed since the project was saved.</param>
public readonly record struct ProjectNotice(string? Error, bool HasStyleChanged);
