using ComposerPlugin.Music;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Tests.Evaluation;

/// <summary>A data set of tunes made in code and a style that has learnt very little from it, made once by the verbs themselves.</summary>
public sealed class StyleFixture : IDisposable
{
    private readonly TestFolder _folder = new();

    public StyleFixture()
    {
        Directory.CreateDirectory(_folder["corpus"]);
        for (int i = 0; i < 60; i++)
            MidiFileWriter.Write(TestTunes.Song(TestTunes.Tune(i, i % 3 == 2 ? new(4, 4) : new(6, 8))), Path.Combine(_folder["corpus"], $"{i}.mid"));
        File.WriteAllText(_folder["config.json"], """{ "hidden": 16, "dense": 16, "batchTunes": 4, "warmupSteps": 5, "learningRate": 0.01 }""");
        Done("prepare", _folder["corpus"], "--out", Data);
        Done("train", "--data", Data, "--model", "lstm", "--out", Style, "--config", _folder["config.json"], "--steps", "20", "--name", "Tiny & small");
    }

    public string Data => _folder["data"];

    public string Style => _folder["style"];

    /// <summary>A file of a test's own.</summary>
    public string this[string name] => _folder[name];

    /// <summary>Runs a verb that must succeed, and returns what it says.</summary>
    public static string Done(params string[] args)
    {
        var (code, output, errors) = Run(args);
        Assert.Equal(("", Verbs.Done), (errors, code));
        return output;
    }

    /// <summary>Runs a verb that must refuse its input in one sentence.</summary>
    public static void Refused(string words, params string[] args)
    {
        var (code, _, errors) = Run(args);
        Assert.Equal(Verbs.BadInput, code);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.EndsWith(".", errors.TrimEnd(), StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    public void Dispose() => _folder.Dispose();

    private static (int Code, string Output, string Errors) Run(string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int code = Verbs.Run(args, Console(output), Console(errors));
        return (code, output.ToString(), errors.ToString());
    }

    private static IAnsiConsole Console(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        console.Profile.Width = 1000;
        return console;
    }
}
