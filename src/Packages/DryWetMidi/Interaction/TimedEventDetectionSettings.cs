namespace Melanchall.DryWetMidi.Interaction;

public sealed class TimedEventDetectionSettings
{
    public Func<TimedEventData, TimedEvent> Constructor { get; set; }
}
