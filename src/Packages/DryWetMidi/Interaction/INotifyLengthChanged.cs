namespace Melanchall.DryWetMidi.Interaction;

public interface INotifyLengthChanged
{
    event EventHandler<LengthChangedEventArgs> LengthChanged;
}
