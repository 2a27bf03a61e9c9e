namespace Melanchall.DryWetMidi.Core;

public sealed class MidiChunkEqualityCheckSettings
{
    private MidiEventEqualityCheckSettings _eventEqualityCheckSettings = new();

    public MidiEventEqualityCheckSettings EventEqualityCheckSettings
    {
        get => _eventEqualityCheckSettings;
        set => _eventEqualityCheckSettings = value ?? throw new ArgumentNullException(nameof(value));
    }
}
