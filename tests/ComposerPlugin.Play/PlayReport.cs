using System.Globalization;
using ComposerPlugin.Host;
using ComposerPlugin.Music;

namespace ComposerPlugin.Play;

/// <summary>Writes the phrase and the answer to files, and a summary to the terminal.</summary>
internal static class PlayReport
{
    /// <summary>Creates the output folder before the run, so that an error is reported early.</summary>
    /// <exception cref="FormatException">The folder cannot be written.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, $".{Environment.ProcessId}"), FileMode.CreateNew, FileAccess.Write,
                FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"{folder}: nothing can be written there ({exception.Message}) Choose another folder with --out.",
                exception);
        }
    }

    public static void Write(PlayedPhrase phrase, PlayResult take, PlayOptions options)
    {
        string midi = Path.Combine(options.Out, "continued.mid"), picture = Path.Combine(options.Out, "continued.svg");
        List<MidiNote> answer = [.. take.Answer.Select(ToMidi)];
        MidiFileWriter.Write(phrase.Song with { Tracks = [new("Played", phrase.Notes), new("Answered", answer)] }, midi);
        File.WriteAllText(picture, PianoRollSvg.Draw($"{phrase.Name}, seed {options.Seed}",
            [new("played", "#3b6ea5", phrase.Notes), new("answered by the plugin", "#d9822b", answer)], phrase.Song.Meters));

        Console.WriteLine($"Plugin   scanned in {take.Scan.TotalMilliseconds:0.0} ms, "
            + $"loaded with its style in {take.Load.TotalMilliseconds:0} ms");
        Console.WriteLine($"Status   {take.Status}");
        if (answer.Count == 0)
            Console.WriteLine("Answer   none");
        else
            WriteAnswer(phrase, take, options);
        var times = take.Recording.BlockTimes;
        Console.WriteLine($"Process  {times.Mean.TotalMicroseconds:0.0} µs mean, "
            + $"{times.Percentile(99.9).TotalMicroseconds:0.0} µs p99.9, "
            + $"{times.Worst.TotalMicroseconds:0.0} µs worst, {times.Count} blocks");
        Console.WriteLine($"Written  {midi}, {picture}");
    }

    private static void WriteAnswer(PlayedPhrase phrase, PlayResult take, PlayOptions options)
    {
        var transport = new HostTransport(phrase.Map(), options.Rate);
        var first = take.Answer[0];
        double beyond = first.Time - transport.SongSampleOf(GridLine(first, phrase, options));
        double furthest = take.Answer.Max(note => Math.Abs(note.Time - transport.SongSampleOf(GridLine(note, phrase, options))));
        double last = take.Answer.Max(note => note.EndQuarter);
        Console.WriteLine($"Answer   begins {first.Quarter - phrase.EndQuarter:0.##} quarters after the phrase's end, "
            + $"{beyond:0.00} samples beyond its grid line");
        Console.WriteLine($"         {take.Answer.Count} notes over {last - first.Quarter:0.##} quarters ({options.Bars} bars requested), "
            + $"every onset within {furthest:0.00} samples of the {options.Grid} grid");
        Console.WriteLine($"         {take.NoteOns} note-ons, {take.NoteOffs} note-offs");
    }

    // The nearest grid line, in quarters; grids restart at each bar line of the phrase's meter.
    private static double GridLine(RecordedNote note, PlayedPhrase phrase, PlayOptions options)
    {
        double bar = phrase.Song.Meter.BarTicks / (double)Ticks.PerQuarter;
        double barLine = Math.Floor((note.Quarter / bar) + 1e-6) * bar;
        double line(double step) => barLine + (Math.Round((note.Quarter - barLine) / step) * step);
        double straight = 4.0 / int.Parse(options.Grid.Split(' ')[0].Split('/')[1], CultureInfo.InvariantCulture);
        if (options.Grid.EndsWith(" triplet", StringComparison.Ordinal))
            return line(straight * 2 / 3);
        double triplet = line(straight * 4 / 3);
        return options.Grid.EndsWith(" + triplets", StringComparison.Ordinal)
            && Math.Abs(triplet - note.Quarter) < Math.Abs(line(straight) - note.Quarter) ? triplet : line(straight);
    }

    private static MidiNote ToMidi(RecordedNote note) => new(
        note.Quarter * Ticks.PerQuarter, (note.EndQuarter - note.Quarter) * Ticks.PerQuarter, new((byte)note.Pitch), (byte)note.Velocity,
        (byte)note.Channel);
}
