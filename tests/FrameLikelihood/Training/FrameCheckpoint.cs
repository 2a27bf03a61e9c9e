using System.Text;
using System.Text.Json;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>
/// A checkpoint of a frame model: the letters CPFRAME1, a <see cref="FrameCheckpointHeader"/> as JSON, and models and optimiser as
/// TorchSharp writes them. best.ckpt contains the weights to use; last.ckpt the current weights, their average and the optimiser's state.
/// </summary>
internal static class FrameCheckpoint
{
    private static readonly JsonSerializerOptions _json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static ReadOnlySpan<byte> Magic => "CPFRAME1"u8;

    public static string Best(string folder) => Path.Combine(folder, "best.ckpt");

    public static string Last(string folder) => Path.Combine(folder, "last.ckpt");

    /// <summary>Writes a checkpoint atomically.</summary>
    public static void Write(string path, FrameCheckpointHeader header, AdamW? optimiser, params FrameModel[] models) =>
        AtomicFile.Write(path, stream => Write(stream, header, optimiser, models));

    /// <summary>Reads the header.</summary>
    /// <exception cref="BadInputException">The file is missing or not a checkpoint.</exception>
    public static FrameCheckpointHeader ReadHeader(string path)
    {
        using var reader = Open(path, out var header);
        return header;
    }

    /// <summary>Reads the weights into models of the same shapes, and the optimiser's state.</summary>
    /// <exception cref="BadInputException">The file is missing, not a checkpoint, or of other shapes.</exception>
    public static void Read(string path, AdamW? optimiser, params FrameModel[] models)
    {
        using var reader = Open(path, out _);
        try
        {
            using var noGradients = no_grad();
            foreach (var model in models)
                model.load(reader);
            optimiser?.load_state_dict(reader);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException or InvalidOperationException)
        {
            string reason = exception.Message.TrimEnd('.');
            throw new BadInputException($"{path}: the checkpoint does not contain this model ({reason}); train again in another folder.");
        }
    }

    /// <summary>The best weights of a run.</summary>
    public static FrameModel ReadModel(string folder)
    {
        var model = new FrameModel(ReadHeader(Best(folder)).Config);
        Read(Best(folder), null, model);
        return model;
    }

    private static void Write(Stream stream, FrameCheckpointHeader header, AdamW? optimiser, FrameModel[] models)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(JsonSerializer.Serialize(header, _json));
        foreach (var model in models)
            model.save(writer);
        optimiser?.save_state_dict(writer);
    }

    private static BinaryReader Open(string path, out FrameCheckpointHeader header)
    {
        if (!File.Exists(path))
            throw new BadInputException($"{path}: there is no such checkpoint; give a folder that frame-likelihood train has written.");
        var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        try
        {
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
                throw new FormatException("it does not begin as one");
            header = JsonSerializer.Deserialize<FrameCheckpointHeader>(reader.ReadString(), _json)
                ?? throw new FormatException("its header is empty");
            return reader;
        }
        catch (Exception exception) when (exception is IOException or JsonException or FormatException or DecoderFallbackException)
        {
            reader.Dispose();
            string reason = exception.Message.TrimEnd('.');
            throw new BadInputException(
                $"{path}: this is no checkpoint of a frame model ({reason}); give a folder that frame-likelihood train has written.");
        }
    }
}
