using System.Globalization;
using ComposerPlugin.Host;
using ComposerPlugin.Music;

namespace ComposerPlugin.Play;

/// <summary>Writes the phrase and the answer to files, and says in a musician's words what happened.</summary>
/// <param name="phrase">What was played.</param>
/// <param name="take">The plugin's output.</param>
/// <param name="style">The style that was chosen; null for the plugin's default.</param>
/// <param name="options">The options.</param>
internal sealed class PlayReport(PlayedPhrase phrase, PlayResult take, PlayStyle? style, PlayOptions options)
{
    private readonly SongMap _map = phrase.Map();
    private readonly SongBars _bars = new(phrase.Map());
    private readonly List<MidiNote> _answer = [.. take.Answer.Select(ToMidi)];

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

    /// <summary>Writes continued.mid, continued.svg and continued.wav, then the report.</summary>
    public void Write()
    {
        MidiFileWriter.Write(phrase.Song with { Tracks = [new("Played", phrase.Notes), new("Answered", _answer)] }, Output("mid"));
        File.WriteAllText(Output("svg"), PianoRollSvg.Draw(Title(),
            [new("played", "#3b6ea5", phrase.Notes), new("answered by the plugin", "#d9822b", _answer)], phrase.Song.Meters));
        bool hasPiano = options.FluidSynth && FluidSynth.TryRender(Output("mid"), Output("wav"));
        if (!hasPiano)
            PlayedAudio.Write(phrase.Notes, _answer, _map, Output("wav"));

        WritePlayed();
        WriteAnswered();
        WriteHints();
        WriteFiles(hasPiano ? "a piano (FluidSynth)" : "plucked: you on the left, the answer on the right");
        if (options.Verbose)
            new PlayFigures(phrase, take, options).Write();
    }

    private void WritePlayed()
    {
        double begin = phrase.Notes[0].Onset / Ticks.PerQuarter;
        int bars = _bars.BarAt(phrase.EndQuarter - (2.0 / Ticks.PerQuarter)) - _bars.BarAt(begin) + 1;
        string key = phrase.Key is { } found ? $" in {found}" : "";
        Console.WriteLine($"You played {Count(bars, "bar")}{key} ({phrase.Name}, {Tempo()}).");
    }

    private void WriteAnswered()
    {
        if (take.Answer.Count == 0)
        {
            Console.WriteLine($"It did not answer. {take.Status}");
            return;
        }
        double first = take.Answer[0].Quarter;
        double last = take.Answer.Max(note => double.IsNaN(note.EndQuarter) ? note.Quarter : note.EndQuarter);
        string bars = Count(_bars.BarsIn(first, last), "bar");
        Console.WriteLine($"It answered {bars} from {_bars.Describe(first)}, in the style {take.Style}.");
        if (take.HasError)
            Console.WriteLine(take.Status);
    }

    private void WriteHints()
    {
        var shelf = new StyleShelf(options.Plugin);
        if (phrase.HasChords && (style ?? shelf.Named(take.Style)) is { Polyphony: 1 })
            Console.WriteLine("This style is for melodies: of each chord it heard the highest note. "
                + $"For chords: --style {string.Join(" or ", shelf.Presets.Where(one => one.Polyphony > 1).Select(one => one.Id))}");
        var onsets = phrase.Notes.Select(note => note.Onset / Ticks.PerQuarter).ToList();
        if (take.Grid is { } grid && FittingGrid.Better(onsets, _bars, grid) is { } better)
            Console.WriteLine($"Your notes do not lie on the grid of {grid}, and were moved. This one fits: --grid \"{better}\"");
    }

    private void WriteFiles(string sound)
    {
        string wav = Shown(Output("wav"));
        Console.WriteLine();
        Console.WriteLine($"Listen   {SoundProgram.CommandFor(wav) ?? $"play {wav} in any music program"}");
        Console.WriteLine($"         ({sound})");
        Console.WriteLine($"MIDI     {Shown(Output("mid"))}, to drag onto an instrument's track");
        Console.WriteLine($"Picture  {Shown(Output("svg"))}");
        Console.WriteLine($"Next     --seed {(options.Seed + 1) % 10_000} for another answer; --list for styles and controls");
    }

    private string Title() => $"{phrase.Name} · {take.Style} · {Tempo()} · seed {take.Seed}";

    private string Tempo() => string.Create(CultureInfo.InvariantCulture, $"{phrase.Song.Meter}, {phrase.Song.Tempo:0.##} bpm");

    private string Output(string ending) => Path.Combine(options.Out, $"continued.{ending}");

    // As the musician would type it.
    private string Shown(string path)
    {
        string from = options.From.Length > 0 ? options.From : Environment.CurrentDirectory;
        string relative = Path.GetRelativePath(from, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative;
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static MidiNote ToMidi(RecordedNote note) => new(
        note.Quarter * Ticks.PerQuarter, (note.EndQuarter - note.Quarter) * Ticks.PerQuarter, new((byte)note.Pitch), (byte)note.Velocity,
        (byte)note.Channel);
}
