using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>The notes of one instrument in one track.</summary>
/// <param name="Name">The track's name.</param>
/// <param name="Notes">Its notes, sorted by onset, at the file's times.</param>
/// <param name="IsDrums">Whether it is a drum part.</param>
internal sealed record Voice(string Name, IReadOnlyList<MidiNote> Notes, bool IsDrums)
{
    // A voice below this mean pitch is probably a bass line.
    private const double LowestMelody = 50;
    private const double BassWeight = 0.1;

    // The largest share of simultaneous notes in a melody: a few double stops.
    private const double SimultaneousShare = 0.1;

    private static readonly string[] _melodyNames = ["melod", "vocal", "voice", "sopran", "lead", "solo", "tune"];

    private double MeanPitch => Notes.Average(note => note.Pitch.Number);

    /// <summary>The voices that are read, the melody first.</summary>
    /// <param name="found">The voices of a song.</param>
    /// <param name="options">Which of them are read.</param>
    /// <exception cref="BadInputException">The song has only drums.</exception>
    public static IReadOnlyList<Voice> Choose(IReadOnlyList<MidiVoice> found, ReadingOptions options)
    {
        Voice[] voices = [.. found.Where(voice => options.Drums || !voice.IsDrums)
            .Select(voice => new Voice(voice.Name, voice.Notes, voice.IsDrums))];
        if (voices.Length == 0)
            throw new BadInputException("drums only (--drums reads them)");
        var melody = voices.MaxBy(voice => voice.MelodyScore()) is { } best && best.MelodyScore() > 0
            ? best
            : voices.MaxBy(voice => voice.MeanPitch)!;
        return options.AllVoices ? [melody, .. voices.Where(voice => voice != melody)] : [melody];
    }

    /// <summary>Removes grace notes; the next note takes the onset.</summary>
    /// <param name="dropped">The number of notes removed.</param>
    public Voice WithoutGraceNotes(out int dropped)
    {
        const double longest = 0.6, reach = 1.1;    // ticks
        dropped = 0;
        // If very short notes are common, as in drums, they are not ornaments.
        if (IsDrums || Notes.Count(note => note.Duration <= longest) > Notes.Count / 3)
            return this;
        var notes = Notes.ToList();
        for (int i = notes.Count - 2; i >= 0; i--)
        {
            var (grace, main) = (notes[i], notes[i + 1]);
            if (grace.Duration > longest)
                continue;
            if (main.Onset - grace.Onset < reach)
                notes[i + 1] = main with { Onset = grace.Onset, Duration = main.End - grace.Onset };
            notes.RemoveAt(i);
            dropped++;
        }
        return this with { Notes = notes };
    }

    /// <summary>Lengthens notes by the sustain pedal.</summary>
    /// <param name="lengthened">The number of notes lengthened.</param>
    public Voice WithPedal(out int lengthened)
    {
        lengthened = Notes.Count(note => note.Pedalled > 0);
        return lengthened == 0 ? this : this with
        {
            Notes = [.. Notes.Select(note => note with { Duration = note.Duration + note.Pedalled, Pedalled = 0 })],
        };
    }

    // The score is highest for the voice with the most notes and few simultaneous ones; 0 for chords, drums and drones.
    private double MelodyScore()
    {
        if (IsDrums || CountSimultaneous() > SimultaneousShare * Notes.Count || Notes.All(note => note.Pitch == Notes[0].Pitch))
            return 0;
        bool named = _melodyNames.Any(name => Name.Contains(name, StringComparison.OrdinalIgnoreCase));
        return Notes.Count * (MeanPitch < LowestMelody ? BassWeight : 1) * (named ? 4 : 1);
    }

    private int CountSimultaneous()
    {
        int together = 0;
        for (int i = 1; i < Notes.Count; i++)
            together += Notes[i].Onset - Notes[i - 1].Onset < 0.5 ? 1 : 0;
        return together;
    }
}
