using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Makes a melody on the grid out of a MIDI file's notes.</summary>
internal static class MelodyReader
{
    public const int FewestNotes = 8;

    private const double LongestGraceNote = 0.6;
    private const double GraceNoteReach = 1.1;
    private const int DrumChannel = 9;

    /// <summary>Reads the melody of a song, up to where its meter first changes.</summary>
    /// <exception cref="BadInputException">There is no melody in it.</exception>
    public static Melody Read(MidiSong song)
    {
        var track = MelodyTrack(song);
        var meter = song.Meter;
        double end = song.Meters.FirstOrDefault(change => change.Meter != meter, new(double.PositiveInfinity, meter)).Tick;
        var notes = track.Where(note => note.Onset < end - 0.5).ToList();
        double lateness = Lateness(notes);
        int graceNotes = DropGraceNotes(notes);

        var (onGrid, largest, sum) = Quantise(notes, lateness);
        int chordNotes = KeepHighest(onGrid);
        int overlaps = EndAtNext(onGrid);
        if (onGrid.Count < FewestNotes)
            throw new BadInputException($"the melody has only {onGrid.Count} notes in {meter}, {FewestNotes} are the fewest");

        var lines = BarLines.Find(onGrid, meter);
        int shift = (meter.BarTicks - lines.Phase) % meter.BarTicks;
        shift -= (onGrid[0].Onset + shift) / meter.BarTicks * meter.BarTicks;
        var phrase = new Phrase(meter, onGrid.Select(note => note with { Onset = note.Onset + shift }));
        return new(phrase, largest, sum, graceNotes, chordNotes, overlaps, lines);
    }

    // The melody is the fullest track in which notes seldom sound together; failing that, the highest track.
    private static List<MidiNote> MelodyTrack(MidiSong song)
    {
        var tracks = song.Tracks.Select(track => track.Notes.Where(note => note.Channel != DrumChannel).ToList()).Where(notes => notes.Count > 0).ToList();
        if (tracks.Count == 0)
            throw new BadInputException("the file has drums only");
        return tracks.Where(notes => Together(notes) < 0.1).MaxBy(notes => notes.Count)
            ?? tracks.MaxBy(notes => notes.Average(note => note.Pitch.Number))!;
    }

    private static double Together(List<MidiNote> notes)
    {
        int together = 0;
        for (int i = 1; i < notes.Count; i++)
            together += notes[i].Onset - notes[i - 1].Onset < 0.5 ? 1 : 0;
        return (double)together / notes.Count;
    }

    // Some converters write every onset the same fraction of a tick late.
    private static double Lateness(List<MidiNote> notes)
    {
        if (notes.Count == 0)
            return 0;
        double[] moves = [.. notes.Select(note => note.Onset - Math.Round(note.Onset)).Order()];
        return moves[moves.Length / 2];
    }

    private static int DropGraceNotes(List<MidiNote> notes)
    {
        int dropped = 0;
        for (int i = notes.Count - 2; i >= 0; i--)
        {
            var (grace, main) = (notes[i], notes[i + 1]);
            if (grace.Duration > LongestGraceNote || main.Onset - grace.Onset < 0)
                continue;
            if (main.Onset - grace.Onset < GraceNoteReach)
                notes[i + 1] = main with { Onset = grace.Onset, Duration = main.End - grace.Onset };
            notes.RemoveAt(i);
            dropped++;
        }
        return dropped;
    }

    private static (List<Note> Notes, double Largest, double Sum) Quantise(List<MidiNote> notes, double lateness)
    {
        var onGrid = new List<Note>(notes.Count);
        double largest = 0, sum = 0;
        foreach (var note in notes)
        {
            int onset = (int)Math.Max(0, Ticks.Nearest(note.Onset - lateness));
            int end = (int)Math.Max(onset + 1, Ticks.Nearest(note.End - lateness));
            double move = Math.Abs(onset - note.Onset);
            (largest, sum) = (Math.Max(largest, move), sum + move);
            onGrid.Add(new(onset, end - onset, note.Pitch, note.Velocity));
        }
        onGrid.Sort();
        return (onGrid, largest, sum);
    }

    private static int KeepHighest(List<Note> notes)
    {
        int before = notes.Count;
        for (int i = notes.Count - 2; i >= 0; i--)
        {
            if (notes[i].Onset == notes[i + 1].Onset)
                notes.RemoveAt(i);
        }
        return before - notes.Count;
    }

    private static int EndAtNext(List<Note> notes)
    {
        int shortened = 0;
        for (int i = 0; i + 1 < notes.Count; i++)
        {
            if (notes[i].End <= notes[i + 1].Onset)
                continue;
            notes[i] = notes[i] with { Duration = notes[i + 1].Onset - notes[i].Onset };
            shortened++;
        }
        return shortened;
    }
}
