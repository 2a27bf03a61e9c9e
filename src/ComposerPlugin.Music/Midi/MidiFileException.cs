namespace ComposerPlugin.Music;

/// <summary>A file could not be read as MIDI. The message says which file, what is wrong and what to do, in one sentence.</summary>
public sealed class MidiFileException : Exception
{
    /// <summary>With that sentence.</summary>
    public MidiFileException(string message)
        : base(message)
    {
    }

    /// <summary>With that sentence and what the MIDI library said.</summary>
    public MidiFileException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
