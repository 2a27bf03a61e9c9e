using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Styles;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>Writes a model's graphs and proves that they give what it gives.</summary>
internal static class GraphProof
{
    /// <param name="module">The model, in evaluation mode.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>By how much the graphs differ from the model at most.</returns>
    /// <exception cref="InvalidOperationException">They differ too much.</exception>
    public static double WriteAndCheck(nn.Module module, string kind, string folder)
    {
        if (module is AdversarialModel gan)
            return BarParity.WriteAndCheck(gan, folder);
        var model = (IMelodyModel)module;
        model.WriteGraphs(folder);
        using var onnx = new OnnxMelody(folder, StyleFolder.GraphsOf(kind));
        double difference = Parity.Check(model, onnx);
        return model is VariationalModel vae ? Math.Max(difference, LatentParity.Check(vae, onnx)) : difference;
    }
}
