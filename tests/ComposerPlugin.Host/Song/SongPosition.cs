namespace ComposerPlugin.Host;

/// <summary>The song position at one sample frame.</summary>
/// <param name="Playing">Whether the transport runs.</param>
/// <param name="Sample">Song position in sample frames; after a loop it may be between two.</param>
/// <param name="Quarter">Song position in quarter notes.</param>
public readonly record struct SongPosition(bool Playing, double Sample, double Quarter);
