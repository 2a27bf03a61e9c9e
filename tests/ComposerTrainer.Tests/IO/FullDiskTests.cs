using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public class FullDiskTests(StyleFixture fixture) : IClassFixture<StyleFixture>
{
    // Writes to this device fail as on a full disk.
    private const string Full = "/dev/full";

    [Fact]
    public void Generate_reports_a_full_disk() =>
        AssertDiskFull("take.mid.unfinished", "generate", fixture.Style, "--bars", "1", "-o", fixture["take.mid"]);

    [Fact]
    public void Prepare_reports_a_full_disk_and_leaves_no_data_set()
    {
        AssertDiskFull("next/unfinished/train.tunes.unfinished", "prepare", fixture["corpus"], "--out", fixture["next"]);
        Assert.False(Directory.Exists(fixture["next"]));
    }

    [Fact]
    public void Ensemble_reports_a_full_disk_and_leaves_no_files()
    {
        AssertDiskFull("both/unproved/step.onnx.unfinished", "ensemble", fixture.Style, fixture.Style, "--out", fixture["both"]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(fixture["both"]));
    }

    [Fact]
    public void Evaluate_reports_a_full_disk() =>
        AssertDiskFull("page.html.unfinished", "evaluate", fixture.Style, "--data", fixture.Data, "--takes", "0", "--report",
            fixture["page.html"]);

    [Fact]
    public void Other_errors_are_not_a_full_disk()
    {
        Assert.False(FullDisk.Is(new IOException("a cable was pulled")));
        Assert.False(FullDisk.Is(new UnauthorizedAccessException()));
        Assert.True(FullDisk.Is(new InvalidOperationException("wrapped", new IOException("no space left", 28))));
    }

    private void AssertDiskFull(string unfinished, params string[] args)
    {
        if (!File.Exists(Full))
            return;
        string link = fixture[unfinished];
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, Full);
        var (code, _, errors) = Run(args);
        Assert.StartsWith($"{args[0]}: No space left on device", errors, StringComparison.Ordinal);
        Assert.EndsWith("; free space there and try again, or write to another disk.\n", errors, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, code);
    }
}
