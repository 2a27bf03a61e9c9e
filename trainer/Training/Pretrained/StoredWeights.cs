using ComposerPlugin.Inference;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.IO;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Proof;
using ComposerPlugin.Trainer.Styles;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// Reads a model's weights back from the graphs of its style. A model of the same shape exports graphs in which each weight is replaced by
/// its index; their constants show which weight each value of the style's constants is. This undoes any order and transposition in which a
/// layer writes its weights.
/// </summary>
internal static class StoredWeights
{
    // A float represents whole numbers exactly up to this one.
    private const long MostWeights = 1 << 24;

    /// <summary>Creates the model of a style, in evaluation mode, and checks it against the graphs.</summary>
    /// <param name="style">The style.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="config">The configuration of its model.</param>
    /// <exception cref="BadInputException">The graphs do not fit the configuration.</exception>
    public static nn.Module Read(StyleFile style, string folder, TrainConfig config)
    {
        if (ModelSize.FewestWeights(style.Type, config) >= MostWeights)
            throw new BadInputException($"{folder}: the style's model is too large to train further; give a smaller style.");
        // As the plugin does: its graphs run, in bounded time and memory.
        LoadedStyle.Load(folder).Dispose();
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
        catch (Exception exception) when (exception is not (BadInputException or StyleException) && !FullDisk.Is(exception))
        {
            model.Dispose();
            throw new BadInputException(
                $"{folder}: the weights cannot be read from the graphs ({exception.Message.TrimEnd('.')}); "
                    + "give a style that this version exported.");
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
            throw new InvalidDataException($"the model has {weights} weights; at most {MostWeights - 1} can be read");
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
            throw new InvalidDataException($"{known.Skip(1).Count(found => !found)} weights are missing");
        int next = 1;
        foreach (var parameter in parameters)
        {
            parameter.copy_(tensor(values.AsSpan(next, (int)parameter.numel()).ToArray(), parameter.shape));
            next += (int)parameter.numel();
        }
    }

    private static Dictionary<string, IReadOnlyList<StoredConstant>> Constants(
        IMelodyModel model, IReadOnlyDictionary<string, string> files, string template)
    {
        model.WriteGraphs(template);
        IReadOnlyList<StoredConstant> Read(string role) => StoredGraph.Read(Path.Combine(template, StyleFolder.Graphs[role])).Constants;
        return files.ToDictionary(file => file.Key, file => Read(file.Key));
    }

    // A value that differs between the graphs with zero weights and those with numbered weights belongs to a weight.
    private static void Take(
        IReadOnlyList<StoredConstant> stored, IReadOnlyList<StoredConstant> numbers, IReadOnlyList<StoredConstant> others,
        float[] values, bool[] known)
    {
        if (stored.Count != numbers.Count)
            throw new InvalidDataException($"{stored.Count} constants instead of {numbers.Count}");
        for (int constant = 0; constant < stored.Count; constant++)
        {
            if (!stored[constant].Dimensions.SequenceEqual(numbers[constant].Dimensions))
                throw new InvalidDataException($"{stored[constant].Name} does not have the model's shape");
            if (stored[constant].Type != OnnxType.Float)
                continue;
            float[] storedValues = stored[constant].Floats.ToArray();
            float[] ids = numbers[constant].Floats.ToArray(), zeros = others[constant].Floats.ToArray();
            for (int i = 0; i < ids.Length; i++)
            {
                if (ids[i] == zeros[i])
                    continue;
                (values[(int)ids[i]], known[(int)ids[i]]) = (storedValues[i], true);
            }
        }
    }
}
