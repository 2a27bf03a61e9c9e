using ComposerPlugin.Trainer.Training;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Tests;

public class TrainingLogTests
{
    [Theory]
    [InlineData(300, 30, 31)]
    [InlineData(30, 30, 30)]
    [InlineData(4, 4, 4)]
    public void Of_many_epochs_some_thirty_are_told_and_all_are_kept(int epochs, int least, int most)
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        using (var log = new TrainingLog(folder.Path, console))
        {
            for (int epoch = 1; epoch <= epochs; epoch++)
                log.Epoch((double)epoch / epochs, $"epoch {epoch}", []);
        }
        string[] told = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), kept = File.ReadAllLines(folder["train.log"]);
        Assert.InRange(told.Length, least, most);
        Assert.Equal("epoch 1", told[0]);
        Assert.Equal(epochs, kept.Length);
        Assert.All(kept, line => Assert.EndsWith(" tensors live", line, StringComparison.Ordinal));
    }
}
