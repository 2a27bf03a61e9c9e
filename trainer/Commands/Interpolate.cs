using System.Text.Json.Nodes;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Takes;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The command <c>interpolate</c>: a vae style morphs from one phrase to another.</summary>
internal sealed class Interpolate(IAnsiConsole console) : Command<InterpolateSettings>
{
    public override int Execute(CommandContext context, InterpolateSettings settings, CancellationToken cancellationToken)
    {
        using var player = new SegmentPlayer(settings.Style);
        var (one, other) = (Primer.Read(settings.From), Primer.Read(settings.To));
        var meter = one.Heard.Meter;
        if (other.Heard.Meter != meter)
        {
            throw new BadInputException(
                $"{settings.To}: the meter is {other.Heard.Meter}, but that of {settings.From} is {meter}; give two files in one meter.");
        }
        int length = player.Bars * meter.BarTicks, first = one.Heard[0].Onset % meter.BarTicks;
        float[] from = player.Encode(one.Heard), to = player.Encode(other.Heard), latent = new float[from.Length];
        var notes = new List<Note>();
        int segments = settings.Between.Count + 2;
        for (int segment = 0; segment < segments; segment++)
        {
            Latents.Interpolate(from, to, segment / (segments - 1.0), latent);
            notes.AddRange(player.Decode(latent, meter, first).Select(note => note with { Onset = note.Onset + (segment * length) }));
        }
        TakeWriter.Save(MidiSong.Create(meter, one.Tempo, TakeWriter.Track(player.File.Name, notes)), settings.Out);
        if (settings.Json)
        {
            console.Profile.Out.Writer.WriteLine(new JsonObject
            {
                ["style"] = player.File.Id,
                ["file"] = settings.Out,
                ["notes"] = notes.Count,
                ["passages"] = segments,
                ["bars"] = player.Bars,
                ["meter"] = meter.ToString(),
            }.ToJsonString());
        }
        else
        {
            string ends = $"from {Path.GetFileName(settings.From)} to {Path.GetFileName(settings.To)}";
            console.WriteLine($"{settings.Out}: {notes.Count} notes, {segments} segments of {player.Bars} bars of {meter}, {ends}");
        }
        return ExitCode.Done;
    }
}
