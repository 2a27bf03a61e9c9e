using ComposerPlugin.Trainer.Training;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Tests;

public class TrainingLogTests
{
    [Theory]
    [InlineData(300, 30, 31)]
    [InlineData(30, 30, 30)]
    [InlineData(4, 4, 4)]
    public void Console_shows_at_most_31_epochs_and_the_file_keeps_all(int epochs, int least, int most)
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        using (var log = new TrainingLog(folder.Path, console))
        {
            for (int epoch = 1; epoch <= epochs; epoch++)
                log.Epoch((double)epoch / epochs, $"epoch {epoch}", []);
        }
        string[] shown = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] kept = File.ReadAllLines(folder["train.log"]);
        Assert.InRange(shown.Length, least, most);
        Assert.Equal("epoch 1", shown[0]);
        Assert.Equal(epochs, kept.Length);
        Assert.All(kept, line => Assert.EndsWith(" tensors live", line, StringComparison.Ordinal));
    }
}
