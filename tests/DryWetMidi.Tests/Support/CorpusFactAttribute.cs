using System.Runtime.CompilerServices;

namespace DryWetMidi.Tests.Support;

/// <summary>A test over <see cref="Corpus"/>; skipped if there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (!File.Exists(Corpus.Path))
            Skip = "MALFORMED_MIDI_ZIP names no archive of damaged MIDI files.";
    }
}
