namespace Melanchall.DryWetMidi.Core;

public sealed class MidiFileEqualityCheckSettings
{
    private MidiChunkEqualityCheckSettings _chunkEqualityCheckSettings = new();

    public bool CompareOriginalFormat { get; set; } = true;

    public MidiChunkEqualityCheckSettings ChunkEqualityCheckSettings
    {
        get => _chunkEqualityCheckSettings;
        set => _chunkEqualityCheckSettings = value ?? throw new ArgumentNullException(nameof(value));
    }
}
