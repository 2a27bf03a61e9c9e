using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Styles;

/// <summary>
/// Reads a model's weights back from the graphs of its style. A model of the same build writes graphs in which every weight is its own
/// number; the constants there tell which weight each number of the style's constants is. Whatever order a layer writes its weights in,
/// and however it turns them, is so undone.
/// </summary>
internal static class StoredWeights
{
    // The largest run of whole numbers that a float tells apart.
    private const long MostWeights = 1 << 24;

    /// <summary>The model of a style, in evaluation mode, proved equal to its graphs.</summary>
    /// <param name="style">What the style says.</param>
    /// <param name="folder">Where it is.</param>
    /// <param name="config">How its model is built.</param>
    /// <exception cref="BadInputException">The graphs are of another build.</exception>
    public static nn.Module Read(StyleFile style, string folder, TrainConfig config)
    {
        var model = ModelTypes.Create(style.Type, config);
        string template = Directory.CreateTempSubdirectory("composer-trainer-").FullName;
        try
        {
            Fill(model, folder, style.Graphs, template);
            model.eval();
            using var onnx = new OnnxMelody(folder, style.Graphs);
            Parity.Check((IMelodyModel)model, onnx);
            return model;
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            model.Dispose();
            throw new BadInputException($"{folder}: the weights cannot be read back from the graphs ({exception.Message.TrimEnd('.')}); give a style that this version has exported.");
        }
        finally
        {
            Directory.Delete(template, recursive: true);
        }
    }

    private static void Fill(nn.Module model, string folder, IReadOnlyDictionary<string, string> files, string template)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        Parameter[] parameters = [.. model.parameters()];
        long weights = parameters.Sum(parameter => parameter.numel());
        if (weights >= MostWeights)
            throw new InvalidDataException($"it has {weights} weights, and {MostWeights - 1} is the most that can be told apart");
        foreach (var parameter in parameters)
            parameter.zero_();
        var others = Constants((IMelodyModel)model, files, template);
        long first = 1;
        foreach (var parameter in parameters)
        {
            parameter.copy_(arange(first, first + parameter.numel(), ScalarType.Int64).to(ScalarType.Float32).reshape(parameter.shape));
            first += parameter.numel();
        }
        var numbers = Constants((IMelodyModel)model, files, template);
        float[] values = new float[weights + 1];
        bool[] known = new bool[weights + 1];
        foreach (var (role, file) in files)
            Take(StoredGraph.Read(Path.Combine(folder, file)).Constants, numbers[role], others[role], values, known);
        if (known.AsSpan(1).Contains(false))
            throw new InvalidDataException($"{known.Skip(1).Count(found => !found)} weights are not in them");
        int at = 1;
        foreach (var parameter in parameters)
        {
            parameter.copy_(tensor(values.AsSpan(at, (int)parameter.numel()).ToArray(), parameter.shape));
            at += (int)parameter.numel();
        }
    }

    private static Dictionary<string, IReadOnlyList<StoredConstant>> Constants(IMelodyModel model, IReadOnlyDictionary<string, string> files, string template)
    {
        model.WriteGraphs(template);
        return files.ToDictionary(file => file.Key, file => StoredGraph.Read(Path.Combine(template, StyleFolder.Graphs[file.Key])).Constants);
    }

    // A number that differs between weights of zero and numbered weights is a weight's.
    private static void Take(
        IReadOnlyList<StoredConstant> stored, IReadOnlyList<StoredConstant> numbers, IReadOnlyList<StoredConstant> others, float[] values, bool[] known)
    {
        if (stored.Count != numbers.Count)
            throw new InvalidDataException($"they have {stored.Count} constants and not {numbers.Count}");
        for (int constant = 0; constant < stored.Count; constant++)
        {
            if (!stored[constant].Dimensions.SequenceEqual(numbers[constant].Dimensions))
                throw new InvalidDataException($"{stored[constant].Name} has another shape than the model's");
            if (stored[constant].Type != OnnxType.Float)
                continue;
            var (from, number, other) = (stored[constant].Floats.ToArray(), numbers[constant].Floats.ToArray(), others[constant].Floats.ToArray());
            for (int i = 0; i < number.Length; i++)
            {
                if (number[i] == other[i])
                    continue;
                (values[(int)number[i]], known[(int)number[i]]) = (from[i], true);
            }
        }
    }
}
