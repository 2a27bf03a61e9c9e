namespace Melanchall.DryWetMidi.Interaction;

public interface ITimedObject
{
    long Time { get; set; }

    ITimedObject Clone();
}
