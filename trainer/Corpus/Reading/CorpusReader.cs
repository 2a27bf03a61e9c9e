using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Reads the tunes of a corpus file by file. A file without a tune is listed with the reason; reading continues.</summary>
internal sealed class CorpusReader(ReadingOptions options)
{
    // Longer than any work; probably a recording that was never stopped.
    private const double LongestHours = 4;

    private readonly HashSet<UInt128> _fingerprints = [];

    /// <summary>The tunes; those of a file are adjacent.</summary>
    public List<CorpusTune> Tunes { get; } = [];

    /// <summary>Each song's file name and reading result.</summary>
    public List<(string Name, SongTunes Result)> Songs { get; } = [];

    public List<SkippedFile> Skipped { get; } = [];

    /// <summary>What was not read of damaged files, by their names.</summary>
    public List<(string Name, MidiLosses Losses)> Damaged { get; } = [];

    public List<string> Warnings { get; } = [];

    /// <summary>The number of files read.</summary>
    public int Files { get; private set; }

    /// <summary>Tunes left out because an equal one, in any key, was read before.</summary>
    public int Copies { get; private set; }

    /// <summary>Lists a file that cannot be read.</summary>
    public void Skip(string file, string reason) => Skipped.Add(new(file, reason));

    /// <summary>Reads a file; one without a tune is listed in <see cref="Skipped"/>.</summary>
    public void Read(CorpusFile file)
    {
        Files++;
        try
        {
            var song = MidiFileReader.Read(file.Content, file.Name);
            if (!song.Losses.IsNone)
                Damaged.Add((file.Name, song.Losses));
            var tracks = song.Tracks.Where(track => track.Notes.Count > 0);
            Add(file, song.HasIndependentTracks ? [.. tracks.Select(track => song with { Tracks = [track] })] : [song]);
        }
        catch (Exception exception)
        {
            string reason = StyleBorder.OneLine(exception);
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
                read.Add(SongReader.Read(song, options));
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
            Warnings.Add(
                $"{file.Name} lasts {hours:0.0} hours and is in one part of the data set; cut it if it holds several tunes.");
        var tunes = read.SelectMany(result => result.Tunes.SelectMany(InScale).Select(tune => (Tune: tune, Result: result))).ToList();
        if (tunes.Count == 0)
            throw new BadInputException("no tune or segment of it is in the requested scale, on any tonic");
        Songs.AddRange(read.Select(result => (file.Name, result)));
        for (int i = 0; i < tunes.Count; i++)
        {
            if (_fingerprints.Add(TuneFamilies.Fingerprint(tunes[i].Tune.Phrase)))
                Tunes.Add(new(tunes.Count > 1 ? $"{file.Name}#{i + 1}" : file.Name, file.Source, Files, tunes[i].Tune, tunes[i].Result));
            else
                Copies++;
        }
    }

    private IEnumerable<SongTune> InScale(SongTune tune) => options.Scale is { } scale ? ScaleSegments.Find(tune, scale) : [tune];

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
