using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Takes;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The verb <c>continue</c>: a style goes on where a MIDI file ends, as the plugin would that heard it.</summary>
internal static class Continue
{
    public static string Usage =>
        $"""
        continue STYLE PRIME.mid -o FILE.mid [OPTION…]
          PRIME.mid       what the style hears, bar lines from its start on
          --bars N        how many bars to play (standard {StandardBars})
          --rest N        quarter notes of rest before the answer (standard 0)
          --answer-only   leaves the notes of PRIME.mid out
        {TakeOptions.Usage}
        """;

    private const int StandardBars = 4;
    private const double LongestRest = 64;

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow(["--rest", "--answer-only", .. TakeOptions.Names]);
        if (arguments.Paths.Count != 2)
            throw new BadInputException("continue: give one STYLE folder and one MIDI file to continue; see composer-trainer continue --help.");
        var style = StyleFile.Read(arguments.Paths[0]);
        var options = TakeOptions.Read(arguments, style, StandardBars);
        var primer = Primer.Read(arguments.Paths[1]);
        double rest = arguments.Number("--rest", 0, LongestRest) ?? 0;
        int begin = NextBeat(primer.Played.Meter, primer.Played.End + (int)Math.Round(rest * Ticks.PerQuarter));
        bool answerOnly = arguments.Has("--answer-only");
        TakeWriter.Write(arguments.Paths[0], primer.Heard, primer.Grid, begin, options, answer => MidiSong.Create(answer.Meter, primer.Tempo,
            TakeWriter.Track(style.Name, answerOnly ? From(answer, begin) : primer.Played.Concat(answer))), console, arguments.Has("--json"));
    }

    // Where the plugin's standard lets an answer begin, once the rest is over: a beat, as musicians count it.
    private static int NextBeat(Meter meter, int tick)
    {
        int bar = tick / meter.BarTicks * meter.BarTicks;
        int beats = (tick - bar + meter.BeatTicks - 1) / meter.BeatTicks;
        return bar + Math.Min(beats * meter.BeatTicks, meter.BarTicks);
    }

    // An answer on its own begins with the bar that it begins in.
    private static IEnumerable<Note> From(Phrase answer, int begin)
    {
        int bar = begin / answer.Meter.BarTicks * answer.Meter.BarTicks;
        return answer.Select(note => note with { Onset = note.Onset - bar });
    }
}
