using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Styles;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Proof;

/// <summary>Writes a model's graphs and checks that they give the model's output.</summary>
internal static class GraphProof
{
    /// <summary>Writes and checks the graphs.</summary>
    /// <param name="module">The model, in evaluation mode.</param>
    /// <param name="type">Its type.</param>
    /// <param name="folder">The folder of the graphs.</param>
    /// <returns>The largest difference between graphs and model, of a logit (for a gan, of a probability).</returns>
    /// <exception cref="InvalidOperationException">The difference exceeds the tolerance.</exception>
    public static double WriteAndCheck(nn.Module module, string type, string folder)
    {
        if (module is AdversarialModel gan)
            return BarParity.WriteAndCheck(gan, folder);
        var model = (IMelodyModel)module;
        model.WriteGraphs(folder);
        using var onnx = new OnnxMelody(folder, StyleFolder.GraphsOf(type));
        double difference = Parity.Check(model, onnx);
        return model is VariationalModel vae ? Math.Max(difference, LatentParity.Check(vae, onnx)) : difference;
    }
}
