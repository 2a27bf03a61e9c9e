using ComposerPlugin.Host;
using ComposerPlugin.Music;

namespace ComposerPlugin.Play;

/// <summary>Prints what a developer measures.</summary>
/// <param name="phrase">What was played.</param>
/// <param name="take">The plugin's output.</param>
/// <param name="options">The options.</param>
internal sealed class PlayFigures(PlayedPhrase phrase, PlayResult take, PlayOptions options)
{
    private readonly SongBars _bars = new(phrase.Map());
    private readonly HostTransport _transport = new(phrase.Map(), options.Rate);

    /// <summary>Prints them.</summary>
    public void Write()
    {
        Console.WriteLine();
        Console.WriteLine($"Plugin   scanned in {take.Scan.TotalMilliseconds:0.0} ms, "
            + $"loaded with its style in {take.Load.TotalMilliseconds:0} ms");
        Console.WriteLine($"Status   {take.Status}");
        if (take.Answer.Count > 0)
            WriteAnswer();
        var times = take.Recording.BlockTimes;
        Console.WriteLine($"Process  {times.Mean.TotalMicroseconds:0.0} µs mean, "
            + $"{times.Percentile(99.9).TotalMicroseconds:0.0} µs p99.9, "
            + $"{times.Worst.TotalMicroseconds:0.0} µs worst, {times.Count} blocks");
    }

    private void WriteAnswer()
    {
        var first = take.Answer[0];
        double length = take.Answer.Max(note => note.EndQuarter) - first.Quarter;
        string grid = FittingGrid.Of([.. take.Answer.Select(note => note.Quarter)], _bars);
        Console.WriteLine($"Answer   begins {first.Quarter - phrase.EndQuarter:0.##} quarters after the phrase's end, "
            + $"{SamplesOff(first, grid):0.00} samples beyond its grid line");
        Console.WriteLine($"         {take.Answer.Count} notes over {length:0.##} quarters, "
            + $"every onset within {take.Answer.Max(note => Math.Abs(SamplesOff(note, grid))):0.00} samples of the {grid} grid");
        Console.WriteLine($"         {take.NoteOns} note-ons, {take.NoteOffs} note-offs");
    }

    private double SamplesOff(RecordedNote note, string grid) => note.Time - _transport.SongSampleOf(
        note.Quarter - (FittingGrid.Deviation(note.Quarter, _bars, grid) / Ticks.PerQuarter));
}
