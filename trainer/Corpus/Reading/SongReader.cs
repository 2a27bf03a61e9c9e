using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Reads the notes of a MIDI file as tunes on the tick grid (24 ticks to the quarter).</summary>
internal sealed class SongReader
{
    /// <summary>The fewest notes of a tune.</summary>
    public const int FewestNotes = 8;

    private readonly ReadingOptions _options;
    private readonly List<SongTune> _tunes = [];
    private int _graceNotes, _pedalledNotes, _chordNotes, _overlaps, _silentBars, _lostNotes;
    private bool? _fitAgrees;

    private SongReader(ReadingOptions options) => _options = options;

    /// <summary>Reads a song: one tune for each segment in one meter; more if chords are split.</summary>
    /// <exception cref="BadInputException">The song has no tune; the message is the reason without the file's name.</exception>
    public static SongTunes Read(MidiSong song, ReadingOptions? options = null) => new SongReader(options ?? new()).Read(song);

    private SongTunes Read(MidiSong song)
    {
        var voices = new List<Voice>();
        var found = MidiVoices.Of(song);
        var chosen = Voice.Choose(found, _options);
        foreach (var voice in chosen)
        {
            var main = voice.WithoutGraceNotes(out int dropped);
            _graceNotes += dropped;
            // Afterwards: a pedalled grace note is long.
            int pedalled = 0;
            voices.Add(_options.IgnoresPedal ? main : main.WithPedal(out pedalled));
            _pedalledNotes += pedalled;
        }
        bool hasDrums = found.Any(voice => voice.IsDrums);
        double[] onsets = [.. voices.SelectMany(voice => voice.Notes).Select(note => note.Onset)];
        var fit = GridFit.Measure(onsets);
        if (!fit.IsOnGrid)
            throw new BadInputException(
                $"not on a grid (onsets are {fit.MeanDistance:0.00} ticks from the nearest position of the best grid, "
                + $"{fit.ShareOfChance:0%} of the distance of random onsets; quantise the file, or record it to a metronome)");
        double offset = MedianOffset(onsets);
        List<Note>[] quantised = [.. voices.Select(voice => Quantise(voice, offset))];
        CheckNotes(quantised);
        foreach (var segment in Segment.FromSong(song, hasDrums))
            AddSegment(segment, [.. quantised.Select(notes => Within(segment, notes)).Where(notes => notes.Count > 0)]);
        if (_tunes.Count == 0)
            throw new BadInputException(
                $"too few notes ({quantised.Sum(notes => notes.Count)}; no segment in one meter has {FewestNotes})");
        double[] moves = [.. voices.Zip(quantised)
            .SelectMany(pair => pair.First.Notes.Select(note => Math.Abs(OnTick(note.Onset, offset) - note.Onset)))];
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
            PedalledNotes = _pedalledNotes,
            DrumNotes = _options.Drums ? 0 : found.Where(voice => voice.IsDrums).Sum(voice => voice.Notes.Count),
            OtherVoiceNotes = _options.AllVoices ? 0
                : found.Where(voice => _options.Drums || !voice.IsDrums).Sum(voice => voice.Notes.Count) - chosen[0].Notes.Count,
        };
    }

    private static void CheckNotes(List<Note>[] voices)
    {
        int count = voices.Sum(notes => notes.Count);
        if (count < FewestNotes)
            throw new BadInputException($"too few notes ({count}; a tune needs {FewestNotes})");
        var pitches = voices.SelectMany(notes => notes).Select(note => note.Pitch).Distinct().Take(2).ToList();
        if (pitches.Count == 1)
            throw new BadInputException($"only one pitch ({pitches[0]}, {count} times): there is nothing to learn");
    }

    // The first voice is the melody.
    private void AddSegment(Segment segment, IReadOnlyList<List<Note>> voices)
    {
        if (voices.Count == 0)
            return;
        int before = _tunes.Count;
        List<Note> all = [.. voices.SelectMany(notes => notes).Order()];
        var lines = segment.BarLine is { } known
            ? new BarLines(Modulo(known - segment.Start, segment.Meter.BarTicks), 1, BarLineSource.Given)
            : BarLines.Find(all, segment.Meter);
        _fitAgrees = lines.Source == BarLineSource.Accents ? BarLines.FromEvidence(all, segment.Meter).Phase == lines.Phase : null;
        switch (_options.Chords)
        {
            case ChordHandling.Keep:
                _overlaps += Lines.EndAtRepeat(all);
                Add(segment.Meter, lines, all, Lines.Highest(voices[0]).Select(note => (note.Onset, note.Pitch)).ToHashSet());
                break;
            case ChordHandling.Split:
                foreach (var line in voices.SelectMany(Lines.Split))
                    AddLine(segment.Meter, lines, line);
                break;
            default:
                var highest = Lines.Highest(all);
                _chordNotes += all.Count - highest.Count;
                AddLine(segment.Meter, lines, highest);
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
        var bars = notes.Select(note => note with { Onset = note.Onset + shift });
        var (moved, silentBars) = Silence.Trim([.. bars], meter.BarTicks);
        _silentBars += silentBars;
        var phrase = new Phrase(meter, moved);
        var line = phrase;
        if (melody is not null)
        {
            var pairs = notes.Zip(moved).Where(pair => melody.Contains((pair.First.Onset, pair.First.Pitch)));
            line = new(meter, pairs.Select(pair => pair.Second));
        }
        _tunes.Add(new(phrase, line.Count > 0 ? line : phrase, lines, _fitAgrees));
    }

    private static List<Note> Within(Segment segment, List<Note> notes) =>
        [.. notes.Where(note => note.Onset >= segment.Start && note.Onset < segment.End)
            .Select(note => note with { Onset = note.Onset - segment.Start })];

    // Some converters write every onset late by the same fraction of a tick.
    private static double MedianOffset(double[] onsets)
    {
        double[] moves = [.. onsets.Select(onset => onset - Math.Round(onset)).Order()];
        return moves[moves.Length / 2];
    }

    private static List<Note> Quantise(Voice voice, double offset)
    {
        var notes = voice.Notes.Select(note =>
        {
            int onset = OnTick(note.Onset, offset);
            int duration = Math.Clamp(OnTick(note.End, offset) - onset, 1, Vocabulary.LongestTicks);
            return new Note(onset, duration, note.Pitch, note.Velocity);
        }).ToList();
        notes.Sort();
        return notes;
    }

    private static int OnTick(double position, double offset) => (int)Math.Clamp(Ticks.Nearest(position - offset), 0, int.MaxValue / 2);

    private static int Modulo(int value, int by) => ((value % by) + by) % by;
}
