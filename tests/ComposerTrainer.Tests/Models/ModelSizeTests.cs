using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class ModelSizeTests
{
    [Theory]
    [InlineData(ModelType.Lstm)]
    [InlineData(ModelType.Gru)]
    [InlineData(ModelType.Transformer)]
    [InlineData(ModelType.Vae)]
    [InlineData(ModelType.Gan)]
    public void A_model_has_at_least_the_weights_that_are_expected(string type)
    {
        var config = TrainConfig.Default(type) with { Hidden = 64, Dense = 8, Layers = 3, Latent = 4, Channels = 16 };
        using nn.Module model = ModelTypes.Create(type, config);

        Assert.InRange(ModelSize.FewestWeights(type, config), 1, model.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void A_model_that_would_fill_the_memory_is_not_created()
    {
        var config = TrainConfig.Checked(new TrainConfig { Hidden = 4096, Layers = 8 }, "config.json");

        string message = Assert.Throws<BadInputException>(() => ModelTypes.Create(ModelType.Lstm, config)).Message;

        Assert.Equal(
            "lstm: the model would have more than 1006 million weights, and at most 268 are possible; lower hidden, layers or channels.",
            message);
    }
}
