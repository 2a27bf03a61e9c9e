using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Models;

namespace ComposerPlugin.Trainer.Tests;

public sealed class ModelTypeSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("lstm", "bars", "\"bars\" applies to vae models only; this is an lstm. Remove it.")]
    [InlineData("gru", "heads", "\"heads\" applies to transformer models only; this is a gru. Remove it.")]
    [InlineData("vae", "channels", "\"channels\" applies to gan models only; this is a vae.")]
    [InlineData("gan", "dropout", "\"dropout\" applies to lstm or gru or transformer or vae models only; this is a gan.")]
    [InlineData("transformer", "latent", "\"latent\" applies to vae or gan models only; this is a transformer.")]
    public void A_setting_of_another_kind_is_refused(string kind, string setting, string sentence)
    {
        var exception = Assert.Throws<BadInputException>(() => Read(kind, setting));
        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_setting_is_of_some_kind()
    {
        foreach (string setting in Standard("lstm").Select(setting => setting.Key))
            Assert.Contains(ModelTypes.All, kind => IsOf(setting, kind));
    }

    // Each preset's recipe names its configuration and, but where it goes on from the base, its kind.
    [Fact]
    public void Presets_configurations_are_of_their_kinds()
    {
        string presets = Presets();
        var lines = Directory.EnumerateFiles(presets, "recipe.txt", SearchOption.AllDirectories)
            .SelectMany(recipe => File.ReadLines(recipe).Select(line => (Folder: Path.GetDirectoryName(recipe)!, Words: line.Split(' '))))
            .Where(line => line.Words[0] == "train" && line.Words.Contains("--config")).ToList();
        Assert.NotEmpty(lines);
        foreach (var (folder, words) in lines)
        {
            string After(string option, string standard) => words.Contains(option) ? words[Array.IndexOf(words, option) + 1] : standard;
            string path = After("--config", "").Replace("{recipe}", folder, StringComparison.Ordinal), kind = After("--model", "lstm");
            var given = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
            ModelTypeSettings.Check(given.Select(setting => setting.Key), kind, path);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static JsonObject Standard(string kind) =>
        JsonSerializer.SerializeToNode(TrainConfig.Default(kind), TrainConfig.Json)!.AsObject();

    private static bool IsOf(string setting, string kind)
    {
        try
        {
            ModelTypeSettings.Check([setting], kind, "");
            return true;
        }
        catch (BadInputException)
        {
            return false;
        }
    }

    private void Read(string kind, string setting)
    {
        var standard = Standard(kind);
        File.WriteAllText(_folder["config.json"], new JsonObject { [setting] = standard[setting]!.DeepClone() }.ToJsonString());
        TrainConfig.Read(_folder["config.json"], TrainConfig.Default(kind), kind);
    }

    private static string Presets() => Repository.File("presets");
}
