using ComposerPlugin.Styles;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public sealed class ExportHalfTests : IClassFixture<SmallStyles>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ExportHalfTests(SmallStyles styles)
    {
        styles.Copy("small", _folder["small"]);
        styles.Copy("large", _folder["large"]);
    }

    [Fact]
    public void Half_precision_style_is_about_half_as_large_and_predicts_nearly_the_same()
    {
        Do("ensemble", _folder["small"], _folder["large"], "--out", _folder["whole"]);
        string output = Do("export", "--from", _folder["whole"], "--half", "--out", _folder["half"], "--name", "Half",
            "--temperature", "0.8");
        Assert.Contains("differ from those with weights of 32 bits", output, StringComparison.Ordinal);
        Assert.Equal(("ensemble", "half", "Half"),
            (StyleFile.Read(_folder["half"]).Type, StyleFile.Read(_folder["half"]).Id, StyleFile.Read(_folder["half"]).Name));
        Assert.Equal((0.8, StyleFile.Read(_folder["whole"]).Controls!.TopP),
            (StyleFile.Read(_folder["half"]).Controls!.Temperature, StyleFile.Read(_folder["half"]).Controls!.TopP));
        Assert.InRange(Size("half") / Size("whole"), 0.4, 0.75);
        Assert.Equal(Bits("whole"), Bits("half"), 0.002);
    }

    [Fact]
    public void Half_precision_styles_can_be_joined_and_trained_further()
    {
        Do("export", "--from", _folder["large"], "--half", "--out", _folder["half"]);
        Do("ensemble", _folder["half"], _folder["half"], "--out", _folder["twice"]);
        Assert.Equal(Bits("half"), Bits("twice"), 1e-4);
        TestData.Write(_folder["data"], Enumerable.Range(0, 6), [100], []);
        Do("train", "--from", _folder["half"], "--data", _folder["data"], "--out", _folder["on"], "--steps", "2");
        Assert.Equal("lstm", StyleFile.Read(_folder["on"]).Type);
        // Weights that are already rounded do not change.
        Do("export", "--from", _folder["half"], "--half", "--out", _folder["again"]);
        Assert.Equal(Bits("half"), Bits("again"), 1e-9);
    }

    [Fact]
    public void Invalid_half_exports_are_refused()
    {
        AssertRefused("a style cannot replace a style it is derived from", "export", "--from", _folder["small"], "--half", "--out",
            _folder["small"]);
        AssertRefused("--half goes with --from alone", "export", "--from", _folder["small"], "--half", "--token", "x", "--out",
            _folder["half"]);
        AssertRefused("--from is missing", "export", "--half", "--out", _folder["half"]);
        Assert.False(Directory.Exists(_folder["half"]));
    }

    public void Dispose() => _folder.Dispose();

    private double Size(string style) => Directory.EnumerateFiles(_folder[style], "*.onnx").Sum(file => new FileInfo(file).Length);

    private double Bits(string name) => SmallStyles.Bits(_folder[name]);
}
