using System.Text;
using System.Text.Json;
using ComposerPlugin.Trainer.CommandLine;
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
        using var reader = Open(path, out var header);
        try
        {
            using var noGradients = no_grad();
            model.load(reader);
            bool kept = reader.ReadBoolean();
            foreach (var optimiser in kept ? optimisers : [])
                optimiser.load_state_dict(reader);
            return header;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException or InvalidOperationException)
        {
            throw new BadInputException(
                $"{path}: the checkpoint does not fit this model ({exception.Message.TrimEnd('.')}); train again in another folder.");
        }
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
        var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        try
        {
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
                throw new FormatException("wrong file header");
            header = JsonSerializer.Deserialize<CheckpointHeader>(reader.ReadString(), _json)
                ?? throw new FormatException("its JSON header is empty");
            return reader;
        }
        catch (Exception exception) when (exception is IOException or JsonException or FormatException or DecoderFallbackException)
        {
            reader.Dispose();
            throw new BadInputException(
                $"{path}: not a checkpoint ({exception.Message.TrimEnd('.')}); give one that composer-trainer train wrote.");
        }
    }
}
