using System.Security.Cryptography;
using System.Text;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class GoldenTakeTests
{
    // Of version 0.1.0, before takes could be composed again in part. Never change it.
    private const string Golden = "acc056557fda88476532943c46f635e0c306342cec35dd2db3d031d2569d5f58";

    [Fact]
    public void Takes_are_those_of_the_first_release()
    {
        var takes = new StringBuilder();
        for (int polyphony = 1; polyphony <= 3; polyphony++)
        {
            for (uint seed = 1; seed <= 4; seed++)
            {
                using var stage = new ComposerStage(new FakeModel(), StyleFiles.Recurrent with { Polyphony = polyphony })
                {
                    Controls = new(Grid.Sixteenth, 1, 0.95f, seed),
                };
                foreach (var (what, notes) in Play(stage))
                {
                    takes.Append($"fake{polyphony} {what}:");
                    foreach (var note in notes)
                        takes.Append($" {note.Onset},{note.Duration},{note.Pitch.Number},{note.Velocity}");
                    takes.Append('\n');
                }
            }
        }
        Assert.Equal(Golden, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(takes.ToString()))));
    }

    private static IEnumerable<(string What, List<TimedNote> Notes)> Play(ComposerStage stage)
    {
        var replaces = new ComposeRequest { Kind = RequestKind.Answer, ReplacesLast = true };
        var varies = new ComposeRequest { Kind = RequestKind.Answer, Source = AnswerSource.Phrase };
        stage.PlayTwoBars();
        yield return ("heard", stage.Answer(2 * Bar, 6 * Bar));
        stage.Controls = stage.Controls with { Seed = stage.Controls.Seed + 1 };
        yield return ("new", stage.Answer((6 * Bar) + 24, (10 * Bar) + 24, replaces));
        yield return ("previous", stage.Answer(11 * Bar, 15 * Bar, replaces with { Source = AnswerSource.Take, Take = 1 }));
        yield return ("vary", stage.Answer(15 * Bar, 19 * Bar, varies));
        stage.Note((19 * Bar) + 24, 24, 60);
        stage.Note((19 * Bar) + 48, 24, 64);
        stage.Note((19 * Bar) + 48, 24, 67);
        yield return ("generated", stage.Answer(20 * Bar, 24 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Generated }));
        stage.Stop(22 * Bar);
        stage.Send(new() { Kind = RequestKind.CaptureA });
        yield return ("vary2", stage.Answer(24 * Bar, 28 * Bar, varies));
        stage.Controls = stage.Controls with
        {
            EndsOnTonic = true, Scale = Scale.Named[1].Scale, Tonic = 2, Density = 0.5f, Lowest = new(55), Highest = new(84),
        };
        yield return ("tonic", stage.Answer(28 * Bar, 32 * Bar));
        yield return ("vary3", stage.Answer(32 * Bar, 36 * Bar, varies with { ReplacesLast = true }));
        yield return ("take5", stage.Answer(36 * Bar, 40 * Bar, replaces with { Source = AnswerSource.Take, Take = 5 }));
    }
}
