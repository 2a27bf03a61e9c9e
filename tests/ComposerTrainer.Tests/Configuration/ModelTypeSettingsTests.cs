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
    public void A_setting_of_another_model_type_is_refused(string type, string setting, string sentence)
    {
        var exception = Assert.Throws<BadInputException>(() => Read(type, setting));
        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_setting_applies_to_a_model_type()
    {
        foreach (string setting in Default("lstm").Select(setting => setting.Key))
            Assert.Contains(ModelTypes.All, type => AppliesTo(setting, type));
    }

    // Each preset's recipe names its configuration and, unless it trains from the base style, its model type.
    [Fact]
    public void Preset_configurations_fit_their_model_types()
    {
        string presets = Presets();
        var lines = Directory.EnumerateFiles(presets, "recipe.txt", SearchOption.AllDirectories)
            .SelectMany(recipe => File.ReadLines(recipe).Select(line => (Folder: Path.GetDirectoryName(recipe)!, Words: line.Split(' '))))
            .Where(line => line.Words[0] == "train" && line.Words.Contains("--config")).ToList();
        Assert.NotEmpty(lines);
        foreach (var (folder, words) in lines)
        {
            string ValueOf(string option, string fallback) => words.Contains(option) ? words[Array.IndexOf(words, option) + 1] : fallback;
            string path = ValueOf("--config", "").Replace("{recipe}", folder, StringComparison.Ordinal), type = ValueOf("--model", "lstm");
            var given = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
            ModelTypeSettings.Check(given.Select(setting => setting.Key), type, path);
        }
    }

    // One folder of work serves all presets: a step whose output is there counts as done.
    [Fact]
    public void Preset_recipes_write_different_folders()
    {
        var steps = Directory.EnumerateFiles(Presets(), "recipe.txt", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Where(line => line.Contains(" --out ", StringComparison.Ordinal)).Distinct();
        var byOutput = steps.GroupBy(line => line.Split(" --out ")[1].Split(' ')[0]).ToList();

        Assert.NotEmpty(byOutput);
        Assert.All(byOutput, writers => Assert.Single(writers));
    }

    public void Dispose() => _folder.Dispose();

    private static JsonObject Default(string type) =>
        JsonSerializer.SerializeToNode(TrainConfig.Default(type), TrainConfig.Json)!.AsObject();

    private static bool AppliesTo(string setting, string type)
    {
        try
        {
            ModelTypeSettings.Check([setting], type, "");
            return true;
        }
        catch (BadInputException)
        {
            return false;
        }
    }

    private void Read(string type, string setting)
    {
        var settings = Default(type);
        File.WriteAllText(_folder["config.json"], new JsonObject { [setting] = settings[setting]!.DeepClone() }.ToJsonString());
        TrainConfig.Read(_folder["config.json"], TrainConfig.Default(type), type);
    }

    private static string Presets() => Repository.File("presets");
}
