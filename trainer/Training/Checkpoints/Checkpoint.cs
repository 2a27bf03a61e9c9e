using System.Text;
using System.Text.Json;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.IO;
using ComposerPlugin.Trainer.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// A checkpoint file: the bytes CPCHECK1, a <see cref="CheckpointHeader"/> as JSON, then the model's parameters and the optimiser states in
/// TorchSharp's format. It is written beside the previous one and replaces it when complete, so that a killed run leaves a whole one.
/// </summary>
internal static class Checkpoint
{
    private static readonly JsonSerializerOptions _json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    // Weights and two moments of the largest model; and its configuration, losses and facts.
    private const long MostBytes = 4L << 30;
    private const int MostHeaderBytes = 16 << 20;

    private static ReadOnlySpan<byte> Magic => "CPCHECK1"u8;

    /// <summary>The path of the run's last state in a style's folder.</summary>
    public static string Last(string folder) => Path.Combine(folder, "checkpoint", "last.ckpt");

    /// <summary>The path of the weights with the best validation loss in a style's folder.</summary>
    public static string Best(string folder) => Path.Combine(folder, "checkpoint", "best.ckpt");

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">The header.</param>
    /// <param name="model">The model.</param>
    /// <param name="optimisers">The optimisers; none to write weights only.</param>
    /// <exception cref="IOException">The file cannot be written, for example because the disk is full; the previous checkpoint is
    /// kept.</exception>
    public static void Write(string path, CheckpointHeader header, nn.Module model, IReadOnlyList<AdamW> optimisers)
    {
        try
        {
            AtomicFile.Write(path, stream =>
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                writer.Write(Magic);
                writer.Write(JsonSerializer.Serialize(header, _json));
                model.save(writer);
                writer.Write(optimisers.Count > 0);
                foreach (var optimiser in optimisers)
                    optimiser.save_state_dict(writer);
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string hint = File.Exists(path)
                ? "; the previous checkpoint is kept: free some disk space and continue with --resume"
                : "; free some disk space or give another --out";
            throw new IOException($"the checkpoint {path} cannot be written ({exception.Message.TrimEnd('.')}){hint}.", exception);
        }
    }

    /// <summary>Reads the header of a checkpoint.</summary>
    /// <exception cref="BadInputException">The file is missing or not a checkpoint.</exception>
    public static CheckpointHeader ReadHeader(string path)
    {
        using var reader = Open(path, out var header);
        return header;
    }

    /// <summary>Reads a checkpoint into a model of the same shape, and into its optimisers, if it has their states.</summary>
    /// <exception cref="BadInputException">The file is missing, not a checkpoint, or of a model of another shape.</exception>
    public static CheckpointHeader Read(string path, nn.Module model, IReadOnlyList<AdamW> optimisers)
    {
        return InputBorder.Read(path, "the checkpoint does not fit this model", "train again in another folder", () =>
        {
            using var reader = Open(path, out var header);
            using var noGradients = no_grad();
            model.load(reader);
            bool kept = reader.ReadBoolean();
            foreach (var optimiser in kept ? optimisers : [])
                optimiser.load_state_dict(reader);
            return header;
        });
    }

    /// <summary>Creates the model of a checkpoint, in evaluation mode.</summary>
    /// <param name="path">The file.</param>
    /// <param name="style">The style whose token the exported graphs contain; null for the one in the checkpoint.</param>
    /// <exception cref="BadInputException">The file is not a checkpoint of this version, or the model has no token for the
    /// style.</exception>
    public static (CheckpointHeader Header, nn.Module Model) ReadModel(string path, string? style = null)
    {
        var header = ReadHeader(path);
        if (style is not null)
            header.Config.CheckToken(style, path);
        header = header with { Config = header.Config with { Style = style ?? header.Config.Style } };
        var model = ModelTypes.Create(header.Kind, header.Config);
        Read(path, model, []);
        model.eval();
        return (header, model);
    }

    private static BinaryReader Open(string path, out CheckpointHeader header)
    {
        if (!File.Exists(path))
            throw new BadInputException($"{path}: no such checkpoint; give the folder or file that composer-trainer train wrote.");
        BinaryReader? reader = null;
        try
        {
            InputBorder.CheckSize(path, MostBytes);
            reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
                throw new FormatException("wrong file header");
            header = ReadHeader(reader, path);
            return reader;
        }
        catch (Exception exception) when (exception is not BadInputException)
        {
            reader?.Dispose();
            throw new BadInputException(
                $"{path}: not a checkpoint ({exception.Message.TrimEnd('.')}); give one that composer-trainer train wrote.");
        }
    }

    // Checked before any of it is used: a model of the size that it states is created next.
    private static CheckpointHeader ReadHeader(BinaryReader reader, string path)
    {
        int length = reader.Read7BitEncodedInt();
        if (length is <= 0 or > MostHeaderBytes)
            throw new FormatException($"its JSON header has {length} bytes");
        byte[] text = reader.ReadBytes(length);
        if (JsonText.FindError(text) is { } error)
            throw new FormatException($"its JSON header {error}");
        var header = JsonSerializer.Deserialize<CheckpointHeader>(text, _json);
        if (header is not { Kind: not null, Command: not null, Config: not null, Corpus.Meters: not null, Card: not null, State: not null }
            || header.State is { Sum: null } or { GanSum: null } or { Losses: null } or { Weights: null })
        {
            throw new FormatException("its JSON header lacks a part");
        }
        TrainConfig.Checked(header.Config, path);
        if (!ModelTypes.All.Contains(header.Kind))
            throw new FormatException($"there is no type of model \"{header.Kind}\"");
        if (ModelSize.FewestWeights(header.Kind, header.Config) * sizeof(float) > reader.BaseStream.Length)
            throw new FormatException("the file is too short for the model that it states");
        return header;
    }
}
