namespace Melanchall.DryWetMidi.Interaction;

public class TimedObjectsComparer : IComparer<ITimedObject>
{
    public virtual int Compare(ITimedObject x, ITimedObject y)
    {
        if (ReferenceEquals(x, y))
            return 0;
        if (x is null)
            return -1;

        return y is null ? 1 : x.Time.CompareTo(y.Time);
    }
}
