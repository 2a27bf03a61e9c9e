using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Takes;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The command <c>continue</c>: a style answers a MIDI file, as the plugin would after hearing it.</summary>
internal sealed class Continue(IAnsiConsole console) : Command<ContinueSettings>
{
    public override int Execute(CommandContext context, ContinueSettings settings, CancellationToken cancellationToken)
    {
        var style = StyleFile.Read(settings.Style);
        var options = settings.Options(style);
        var primer = Primer.Read(settings.Prime);
        int begin = NextBeat(primer.Played.Meter, primer.Played.End + (int)Math.Round(settings.Rest.Value * Ticks.PerQuarter));
        IEnumerable<Note> Notes(Phrase answer) => settings.AnswerOnly ? From(answer, begin) : primer.Played.Concat(answer);
        MidiSong Song(Phrase answer) => MidiSong.Create(answer.Meter, primer.Tempo, TakeWriter.Track(style.Name, Notes(answer)));
        TakeWriter.Write(settings.Style, primer.Heard, primer.Grid, begin, options, Song, console, settings.Json);
        return ExitCode.Done;
    }

    // By default the plugin starts an answer on a beat; in 6/8 that is a dotted quarter.
    private static int NextBeat(Meter meter, int tick)
    {
        int bar = tick / meter.BarTicks * meter.BarTicks;
        int beats = (tick - bar + meter.BeatTicks - 1) / meter.BeatTicks;
        return bar + Math.Min(beats * meter.BeatTicks, meter.BarTicks);
    }

    // Without the primer, the file starts with the answer's first bar.
    private static IEnumerable<Note> From(Phrase answer, int begin)
    {
        int bar = begin / answer.Meter.BarTicks * answer.Meter.BarTicks;
        return answer.Select(note => note with { Onset = note.Onset - bar });
    }
}
