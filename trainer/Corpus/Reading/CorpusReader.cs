using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Reads the tunes of a corpus file by file; a file that gives none is remembered with the reason, and stops nothing.</summary>
internal sealed class CorpusReader(ReadingChoices choices)
{
    // Longer than any opera: probably a recording that nobody stopped.
    private const double LongestHours = 4;

    private readonly HashSet<UInt128> _known = [];

    /// <summary>The tunes, those of a file one after another.</summary>
    public List<CorpusTune> Tunes { get; } = [];

    /// <summary>What was done to each song, and its file's name.</summary>
    public List<(string Name, SongTunes Done)> Songs { get; } = [];

    public List<SkippedFile> Skipped { get; } = [];

    public List<string> Warnings { get; } = [];

    public int Files { get; private set; }

    /// <summary>Tunes left out because they were there already.</summary>
    public int Copies { get; private set; }

    public void Skip(string file, string reason) => Skipped.Add(new(file, reason));

    public void Take(CorpusFile file)
    {
        Files++;
        try
        {
            bool independent = MidiFormat.HasIndependentTracks(file.Content);
            var song = MidiFileReader.Read(file.Content, file.Name);
            Add(file, independent ? [.. song.Tracks.Where(track => track.Notes.Count > 0).Select(track => song with { Tracks = [track] })] : [song]);
        }
        catch (Exception exception) when (exception is MidiFileException or BadInputException or ArgumentException or InvalidOperationException or ArithmeticException)
        {
            string reason = exception.Message.TrimEnd('.');
            Skip(file.Name, reason.StartsWith(file.Name + ": ", StringComparison.Ordinal) ? reason[(file.Name.Length + 2)..] : reason);
        }
    }

    private void Add(CorpusFile file, IReadOnlyList<MidiSong> songs)
    {
        var read = new List<SongTunes>();
        BadInputException? refusal = null;
        foreach (var song in songs)
        {
            try
            {
                read.Add(SongReader.Read(song, choices));
            }
            catch (BadInputException exception)
            {
                refusal = exception;
            }
        }
        if (read.Count == 0)
            throw refusal!;
        double hours = songs.Max(Hours);
        if (hours > LongestHours)
            Warnings.Add($"{file.Name} lasts {hours:0.0} hours; all of it stands in one part of the data set, so cut it into tunes if it holds several.");
        var tunes = read.SelectMany(done => done.Tunes.SelectMany(InScale).Select(tune => (Tune: tune, Done: done))).ToList();
        if (tunes.Count == 0)
            throw new BadInputException("neither a tune nor a passage of it is in the scale that was asked for, on any tonic");
        Songs.AddRange(read.Select(done => (file.Name, done)));
        for (int i = 0; i < tunes.Count; i++)
        {
            if (_known.Add(TuneFamilies.Fingerprint(tunes[i].Tune.Phrase)))
                Tunes.Add(new(tunes.Count > 1 ? $"{file.Name}#{i + 1}" : file.Name, file.Source, Files, tunes[i].Tune, tunes[i].Done));
            else
                Copies++;
        }
    }

    private IEnumerable<SongTune> InScale(SongTune tune) => choices.Scale is { } scale ? ScaleSegments.Of(tune, scale) : [tune];

    private static double Hours(MidiSong song)
    {
        double end = song.Tracks.Max(track => track.Notes.Count > 0 ? track.Notes.Max(note => note.End) : 0);
        double minutes = 0;
        for (int i = 0; i < song.Tempi.Count; i++)
        {
            double until = i + 1 < song.Tempi.Count ? Math.Min(song.Tempi[i + 1].Tick, end) : end;
            minutes += Math.Max(0, until - song.Tempi[i].Tick) / Ticks.PerQuarter / song.Tempi[i].QuartersPerMinute;
        }
        return minutes / 60;
    }
}
