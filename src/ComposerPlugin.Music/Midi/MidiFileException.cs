namespace ComposerPlugin.Music;

/// <summary>A file cannot be read as MIDI. The message names the file, the error and what to do.</summary>
public sealed class MidiFileException : Exception
{
    /// <summary>Creates an exception with a message.</summary>
    public MidiFileException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and the MIDI library's exception.</summary>
    public MidiFileException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
