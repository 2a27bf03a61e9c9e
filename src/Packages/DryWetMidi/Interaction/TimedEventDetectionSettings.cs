namespace Melanchall.DryWetMidi.Interaction;

/// <summary>An optional parameter of GetNotes in the package; nothing in it is set here.</summary>
public sealed class TimedEventDetectionSettings
{
}
