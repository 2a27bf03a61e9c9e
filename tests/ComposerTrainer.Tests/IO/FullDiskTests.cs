using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public class FullDiskTests(StyleFixture made) : IClassFixture<StyleFixture>
{
    // What is written to this device fails as on a full disk.
    private const string Full = "/dev/full";

    [Fact]
    public void A_take_is_no_bad_input() =>
        AssertTold("take.mid.unfinished", "generate", made.Style, "--bars", "1", "-o", made["take.mid"]);

    [Fact]
    public void A_data_set_is_left_as_it_was()
    {
        AssertTold("next/unfinished/train.tunes.unfinished", "prepare", made["corpus"], "--out", made["next"]);
        Assert.False(Directory.Exists(made["next"]));
    }

    [Fact]
    public void An_ensemble_is_not_begun()
    {
        AssertTold("both/unproved/step.onnx.unfinished", "ensemble", made.Style, made.Style, "--out", made["both"]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(made["both"]));
    }

    [Fact]
    public void A_report_is_not_written() =>
        AssertTold("page.html.unfinished", "evaluate", made.Style, "--data", made.Data, "--takes", "0", "--report", made["page.html"]);

    [Fact]
    public void Other_troubles_are_not_taken_for_it()
    {
        Assert.False(FullDisk.Is(new IOException("a cable was pulled")));
        Assert.False(FullDisk.Is(new UnauthorizedAccessException()));
        Assert.True(FullDisk.Is(new InvalidOperationException("wrapped", new IOException("no space left", 28))));
    }

    private void AssertTold(string unfinished, params string[] args)
    {
        if (!File.Exists(Full))
            return;
        string link = made[unfinished];
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, Full);
        var (code, _, errors) = Run(args);
        Assert.StartsWith($"{args[0]}: No space left on device", errors, StringComparison.Ordinal);
        Assert.EndsWith("; free space there and try again, or write to another disk.\n", errors, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, code);
    }
}
