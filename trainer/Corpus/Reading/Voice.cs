using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>The notes of one track on one channel.</summary>
/// <param name="Name">The track's name.</param>
/// <param name="Notes">Its notes by onset, as the file has them.</param>
internal sealed record Voice(string Name, IReadOnlyList<MidiNote> Notes)
{
    public const int DrumChannel = 9;

    // A bass line is seldom the tune.
    private const double LowestMelody = 50;
    private const double BassWeight = 0.1;

    // Of all notes, so many may sound together in a melody: a few double stops.
    private const double FewTogether = 0.1;

    private static readonly string[] _melodyNames = ["melod", "vocal", "voice", "sopran", "lead", "solo", "tune"];

    private bool IsDrums => Notes[0].Channel == DrumChannel;

    private double MeanPitch => Notes.Average(note => note.Pitch.Number);

    /// <summary>The voices of a song that hold notes, the melody first.</summary>
    /// <exception cref="BadInputException">There are drums only.</exception>
    public static IReadOnlyList<Voice> Of(MidiSong song, ReadingChoices choices)
    {
        // A file of format 0 has all instruments in one track, each on its channel.
        Voice[] voices = [.. from track in song.Tracks
            from notes in track.Notes.GroupBy(note => note.Channel).OrderBy(notes => notes.Key)
            select new Voice(track.Name, [.. notes]) into voice
            where choices.Drums || !voice.IsDrums
            select voice];
        if (voices.Length == 0)
            throw new BadInputException("drums only (--drums reads them)");
        var melody = voices.MaxBy(voice => voice.MelodyScore()) is { } best && best.MelodyScore() > 0 ? best : voices.MaxBy(voice => voice.MeanPitch)!;
        return choices.AllVoices ? [melody, .. voices.Where(voice => voice != melody)] : [melody];
    }

    /// <summary>The voice with its grace notes left out; the note after each takes its onset.</summary>
    /// <param name="dropped">How many there were.</param>
    public Voice WithoutGraceNotes(out int dropped)
    {
        const double longest = 0.6, reach = 1.1;
        dropped = 0;
        // Where very short notes are the rule, as in drums, they are no ornaments.
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

    // The fullest voice in which notes seldom sound together; 0 for chords, drums and drones.
    private double MelodyScore()
    {
        if (IsDrums || Together() > FewTogether * Notes.Count || Notes.All(note => note.Pitch == Notes[0].Pitch))
            return 0;
        bool named = _melodyNames.Any(name => Name.Contains(name, StringComparison.OrdinalIgnoreCase));
        return Notes.Count * (MeanPitch < LowestMelody ? BassWeight : 1) * (named ? 4 : 1);
    }

    private int Together()
    {
        int together = 0;
        for (int i = 1; i < Notes.Count; i++)
            together += Notes[i].Onset - Notes[i - 1].Onset < 0.5 ? 1 : 0;
        return together;
    }
}
