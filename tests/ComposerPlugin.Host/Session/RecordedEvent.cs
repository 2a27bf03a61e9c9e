using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>An event that a plugin played.</summary>
/// <param name="Time">Sample frames since the session began.</param>
/// <param name="Quarter">Song position at that time, in quarter notes.</param>
/// <param name="Event">The event, its offset within the block it was played in.</param>
public readonly record struct RecordedEvent(long Time, double Quarter, Event Event);
