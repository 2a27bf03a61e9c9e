namespace Melanchall.DryWetMidi.Interaction;

public sealed class TimeChangedEventArgs : EventArgs
{
    internal TimeChangedEventArgs(long oldTime, long newTime)
    {
        OldTime = oldTime;
        NewTime = newTime;
    }

    public long OldTime { get; }

    public long NewTime { get; }
}
