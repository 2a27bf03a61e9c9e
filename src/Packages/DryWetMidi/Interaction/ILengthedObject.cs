namespace Melanchall.DryWetMidi.Interaction;

public interface ILengthedObject : ITimedObject
{
    long Length { get; set; }

    long EndTime { get; }

    SplitLengthedObject Split(long time);
}
