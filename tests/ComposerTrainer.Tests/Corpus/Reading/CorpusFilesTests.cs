using System.Diagnostics;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

public sealed class CorpusFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _read = [];
    private readonly List<(string Name, string Reason)> _skipped = [];

    public CorpusFilesTests()
    {
        Directory.CreateDirectory(_folder["corpus/below"]);
        MidiFileWriter.Write(TestTunes.Song(TestTunes.Tune(1)), _folder["corpus/below/tune.mid"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Links_in_circles_are_named_and_not_followed()
    {
        Directory.CreateSymbolicLink(_folder["corpus/a"], _folder["corpus"]);
        Directory.CreateSymbolicLink(_folder["corpus/b"], _folder["corpus"]);
        File.CreateSymbolicLink(_folder["corpus/c.mid"], _folder["corpus/below/tune.mid"]);

        Read(_folder["corpus"]);

        Assert.Equal(["corpus/below/tune.mid"], _read);
        Assert.Equal(["corpus/a", "corpus/b", "corpus/c.mid"], _skipped.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.All(_skipped, one => Assert.Equal("is a link; give the folder or file that it leads to", one.Reason));
    }

    [Fact]
    public void Link_that_is_given_itself_is_read()
    {
        Directory.CreateSymbolicLink(_folder["link"], _folder["corpus"]);
        File.CreateSymbolicLink(_folder["link.mid"], _folder["corpus/below/tune.mid"]);

        Read(_folder["link"], _folder["link.mid"]);

        Assert.Equal(["link/below/tune.mid", "link.mid"], _read);
    }

    [Theory]
    [InlineData("pipe.mid")]
    [InlineData("pipe.zip")]
    public async Task Pipe_is_skipped_at_once(string name)
    {
        if (OperatingSystem.IsWindows())
            return;
        using (var make = Process.Start("mkfifo", [_folder[$"corpus/{name}"]]))
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);

        await Task.Run(() => Read(_folder["corpus"])).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Single(_read);
        Assert.Contains("empty", Assert.Single(_skipped).Reason, StringComparison.Ordinal);
    }

    private void Read(params string[] paths) =>
        new CorpusFiles(file => _read.Add(file.Name), (name, reason) => _skipped.Add((name, reason)))
            .ReadAll([.. paths.Select(path => (path, ""))]);
}
