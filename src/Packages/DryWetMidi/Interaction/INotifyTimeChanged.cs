namespace Melanchall.DryWetMidi.Interaction;

public interface INotifyTimeChanged
{
    event EventHandler<TimeChangedEventArgs> TimeChanged;
}
