using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Makes tunes on the grid out of a MIDI file's notes.</summary>
internal sealed class SongReader
{
    public const int FewestNotes = 8;

    private readonly ReadingChoices _choices;
    private readonly List<SongTune> _tunes = [];
    private int _graceNotes, _chordNotes, _overlaps, _silentBars, _lostNotes;
    private bool? _fitAgrees;

    private SongReader(ReadingChoices choices) => _choices = choices;

    /// <summary>Reads a song: a tune for each passage in one meter.</summary>
    /// <exception cref="BadInputException">There is no tune in it; the message says why, without the file's name.</exception>
    public static SongTunes Read(MidiSong song, ReadingChoices? choices = null) => new SongReader(choices ?? new()).Read(song);

    private SongTunes Read(MidiSong song)
    {
        var voices = new List<Voice>();
        foreach (var voice in Voice.Of(song, _choices))
        {
            voices.Add(voice.WithoutGraceNotes(out int dropped));
            _graceNotes += dropped;
        }
        double[] onsets = [.. voices.SelectMany(voice => voice.Notes).Select(note => note.Onset)];
        var fit = GridFit.Of(onsets);
        if (!fit.IsOnGrid)
            throw new BadInputException($"on no grid (its onsets lie {fit.MeanDistance:0.00} ticks from the nearest line of the best grid, {fit.OfChance:0%} of what chance gives; quantise the file, or record it to the beat)");
        double lateness = Lateness(onsets);
        List<Note>[] quantised = [.. voices.Select(voice => Quantise(voice, lateness))];
        Refuse(quantised);
        foreach (var passage in Segment.Of(song))
            Take(passage, [.. quantised.Select(notes => Within(passage, notes)).Where(notes => notes.Count > 0)]);
        if (_tunes.Count == 0)
            throw new BadInputException($"too few notes ({quantised.Sum(notes => notes.Count)}, and no passage in one meter has {FewestNotes})");
        double[] moves = [.. voices.Zip(quantised).SelectMany(pair => pair.First.Notes.Select(note => Math.Abs(OnTick(note.Onset, lateness) - note.Onset)))];
        return new(_tunes)
        {
            MeanMove = moves.Average(),
            LargestMove = moves.Max(),
            Onsets = moves.Length,
            GraceNotes = _graceNotes,
            ChordNotes = _chordNotes,
            Overlaps = _overlaps,
            SilentBars = _silentBars,
            LostNotes = _lostNotes,
        };
    }

    private static void Refuse(List<Note>[] voices)
    {
        int count = voices.Sum(notes => notes.Count);
        if (count < FewestNotes)
            throw new BadInputException($"too few notes ({count}, {FewestNotes} are the fewest)");
        var pitches = voices.SelectMany(notes => notes).Select(note => note.Pitch).Distinct().Take(2).ToList();
        if (pitches.Count == 1)
            throw new BadInputException($"one note over and over ({pitches[0]}, {count} times): there is nothing to learn from it");
    }

    // The melody's voice comes first.
    private void Take(Segment passage, IReadOnlyList<List<Note>> voices)
    {
        if (voices.Count == 0)
            return;
        int before = _tunes.Count;
        List<Note> all = [.. voices.SelectMany(notes => notes).Order()];
        var lines = passage.BarLine is { } known
            ? new BarLines(Modulo(known - passage.Start, passage.Meter.BarTicks), 1, BarLineSource.Given)
            : BarLines.Find(all, passage.Meter);
        _fitAgrees = lines.Source == BarLineSource.Accents ? BarLines.FromEvidence(all, passage.Meter).Phase == lines.Phase : null;
        switch (_choices.Chords)
        {
            case ChordChoice.Keep:
                _overlaps += Lines.EndAtRepeat(all);
                Add(passage.Meter, lines, all, Lines.Highest(voices[0]).Select(note => (note.Onset, note.Pitch)).ToHashSet());
                break;
            case ChordChoice.Split:
                foreach (var line in voices.SelectMany(Lines.Split))
                    AddLine(passage.Meter, lines, line);
                break;
            default:
                var highest = Lines.Highest(all);
                _chordNotes += all.Count - highest.Count;
                AddLine(passage.Meter, lines, highest);
                break;
        }
        if (_tunes.Count == before)
            _lostNotes += all.Count;
    }

    private void AddLine(Meter meter, BarLines lines, List<Note> notes)
    {
        _overlaps += Lines.EndAtNext(notes);
        Add(meter, lines, notes, melody: null);
    }

    private void Add(Meter meter, BarLines lines, List<Note> notes, HashSet<(int Onset, Pitch Pitch)>? melody)
    {
        if (notes.Count < FewestNotes)
            return;
        int shift = (meter.BarTicks - lines.Phase) % meter.BarTicks;
        var (moved, silentBars) = Silence.Trim([.. notes.Select(note => note with { Onset = note.Onset + shift })], meter.BarTicks);
        _silentBars += silentBars;
        var phrase = new Phrase(meter, moved);
        var line = melody is null ? phrase : new Phrase(meter, notes.Zip(moved).Where(pair => melody.Contains((pair.First.Onset, pair.First.Pitch))).Select(pair => pair.Second));
        _tunes.Add(new(phrase, line.Count > 0 ? line : phrase, lines, _fitAgrees));
    }

    private static List<Note> Within(Segment passage, List<Note> notes) =>
        [.. notes.Where(note => note.Onset >= passage.Start && note.Onset < passage.End).Select(note => note with { Onset = note.Onset - passage.Start })];

    // Some converters write every onset the same fraction of a tick late.
    private static double Lateness(double[] onsets)
    {
        double[] moves = [.. onsets.Select(onset => onset - Math.Round(onset)).Order()];
        return moves[moves.Length / 2];
    }

    private static List<Note> Quantise(Voice voice, double lateness)
    {
        var notes = voice.Notes.Select(note =>
        {
            int onset = OnTick(note.Onset, lateness);
            int duration = Math.Clamp(OnTick(note.End, lateness) - onset, 1, Vocabulary.LongestTicks);
            return new Note(onset, duration, note.Pitch, note.Velocity);
        }).ToList();
        notes.Sort();
        return notes;
    }

    private static int OnTick(double position, double lateness) => (int)Math.Clamp(Ticks.Nearest(position - lateness), 0, int.MaxValue / 2);

    private static int Modulo(int value, int by) => ((value % by) + by) % by;
}
