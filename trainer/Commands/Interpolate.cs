using System.Text.Json.Nodes;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Takes;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The verb <c>interpolate</c>: a variational style plays the way from one passage to another.</summary>
internal static class Interpolate
{
    public static string Usage =>
        $"""
        interpolate STYLE A.mid B.mid -o FILE.mid [OPTION…]
          STYLE           a style of kind vae
          A.mid, B.mid    the two ends of the way, in one meter
          -o FILE.mid     the file to write
          --between N     how many passages to play between them (standard {StandardBetween})
          --json          prints what was written as JSON
        """;

    private const int StandardBetween = 7;
    private const int MostBetween = 100;

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow("--between", "--out", "--json");
        if (arguments.Paths.Count != 3)
            throw new BadInputException("interpolate: give one STYLE folder and two MIDI files; see composer-trainer interpolate --help.");
        string path = arguments.Required("--out");
        int between = arguments.Count("--between", 0, MostBetween) ?? StandardBetween;
        using var player = new SegmentPlayer(arguments.Paths[0]);
        var (one, other) = (Primer.Read(arguments.Paths[1]), Primer.Read(arguments.Paths[2]));
        var meter = one.Heard.Meter;
        if (other.Heard.Meter != meter)
            throw new BadInputException($"{arguments.Paths[2]}: it is in {other.Heard.Meter}, and {arguments.Paths[1]} is in {meter}; give two files in one meter.");
        int length = player.Bars * meter.BarTicks, first = one.Heard[0].Onset % meter.BarTicks;
        float[] from = player.Encode(one.Heard), to = player.Encode(other.Heard), latent = new float[from.Length];
        var notes = new List<Note>();
        for (int step = 0; step <= between + 1; step++)
        {
            Latents.Interpolate(from, to, step / (between + 1.0), latent);
            notes.AddRange(player.Decode(latent, meter, first).Select(note => note with { Onset = note.Onset + (step * length) }));
        }
        TakeWriter.Save(MidiSong.Create(meter, one.Tempo, TakeWriter.Track(player.File.Name, notes)), path);
        if (arguments.Has("--json"))
            console.Profile.Out.Writer.WriteLine(new JsonObject
            {
                ["style"] = player.File.Id,
                ["file"] = path,
                ["notes"] = notes.Count,
                ["passages"] = between + 2,
                ["bars"] = player.Bars,
                ["meter"] = meter.ToString(),
            }.ToJsonString());
        else
            console.WriteLine($"{path}: {notes.Count} notes, {between + 2} passages of {player.Bars} bars of {meter}, from {Path.GetFileName(arguments.Paths[1])} to {Path.GetFileName(arguments.Paths[2])}");
    }
}
