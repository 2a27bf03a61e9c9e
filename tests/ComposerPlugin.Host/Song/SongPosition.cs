namespace ComposerPlugin.Host;

/// <summary>Where the song stands at one sample frame.</summary>
/// <param name="Playing">Whether the transport runs.</param>
/// <param name="Sample">Song position in sample frames; behind a loop it may lie between two.</param>
/// <param name="Quarter">Song position in quarter notes.</param>
public readonly record struct SongPosition(bool Playing, double Sample, double Quarter);
