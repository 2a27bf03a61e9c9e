using System.Text;
using System.Text.Json;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;
using ComposerPlugin.Trainer.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// A checkpoint file: the letters CPCHECK1, a <see cref="CheckpointHeader"/> as JSON, the model's parameters and the optimiser's state as
/// TorchSharp writes them. It replaces the one before only when it is complete, so that a killed run always finds a whole one.
/// </summary>
internal static class Checkpoint
{
    private static readonly JsonSerializerOptions _json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static ReadOnlySpan<byte> Magic => "CPCHECK1"u8;

    /// <summary>The run's last state, in a style's folder.</summary>
    public static string Last(string folder) => Path.Combine(folder, "checkpoint", "last.ckpt");

    /// <summary>The weights that did best on validation, in a style's folder.</summary>
    public static string Best(string folder) => Path.Combine(folder, "checkpoint", "best.ckpt");

    /// <exception cref="IOException">It cannot be written, for want of room perhaps; the checkpoint before it still stands.</exception>
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
            string before = File.Exists(path) ? "; the checkpoint before it stands, so make room and go on with --resume" : "; make room there or give another --out";
            throw new IOException($"the checkpoint {path} cannot be written ({exception.Message.TrimEnd('.')}){before}.", exception);
        }
    }

    /// <summary>Reads only what the checkpoint says about the run.</summary>
    /// <exception cref="BadInputException">It is missing or no checkpoint.</exception>
    public static CheckpointHeader ReadHeader(string path)
    {
        using var reader = Open(path, out var header);
        return header;
    }

    /// <summary>Reads a checkpoint into a model of the same shape, and into its optimisers.</summary>
    /// <exception cref="BadInputException">It is missing, no checkpoint, or of another shape.</exception>
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
            throw new BadInputException($"{path}: the checkpoint does not hold this model ({exception.Message.TrimEnd('.')}); train again in another folder.");
        }
    }

    /// <summary>The model that a checkpoint holds.</summary>
    /// <param name="path">The checkpoint.</param>
    /// <param name="style">Which of its styles its graphs are to play; null for the one that the checkpoint says.</param>
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
            throw new BadInputException($"{path}: there is no such checkpoint; give the folder or file that composer-trainer train has written.");
        var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        try
        {
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
                throw new FormatException("it does not begin as one");
            header = JsonSerializer.Deserialize<CheckpointHeader>(reader.ReadString(), _json) ?? throw new FormatException("its header is empty");
            return reader;
        }
        catch (Exception exception) when (exception is IOException or JsonException or FormatException or DecoderFallbackException)
        {
            reader.Dispose();
            throw new BadInputException($"{path}: this is no checkpoint ({exception.Message.TrimEnd('.')}); give one that composer-trainer train has written.");
        }
    }
}
