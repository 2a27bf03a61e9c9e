using System.IO.Compression;
using System.Text.Json;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>
/// The sequences of a benchmark: a gzip file of JSON with "train", "valid" and "test", each a list of sequences, each a list of time
/// steps, each a list of MIDI pitches from 21 to 108.
/// </summary>
internal sealed record FrameSet(string Name, FrameSequence[] Train, FrameSequence[] Valid, FrameSequence[] Test)
{
    private const string Ending = ".json.gz";

    /// <param name="name">A file, or the beginning of the name of one in the current folder: JSB finds JSB_Chorales.json.gz.</param>
    /// <exception cref="BadInputException">There is no such file, or it is not a benchmark.</exception>
    public static FrameSet Read(string name)
    {
        string path = Find(name);
        try
        {
            using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var json = JsonDocument.Parse(file);
            return new(Path.GetFileName(path), Part(json, "train", path), Part(json, "valid", path), Part(json, "test", path));
        }
        catch (InvalidDataException)
        {
            throw new BadInputException($"{path}: this is not a gzip file; compress the JSON with gzip.");
        }
        catch (JsonException exception)
        {
            throw new BadInputException($"{path}: this is not JSON ({exception.Message.TrimEnd('.')}); get the file again.");
        }
    }

    private static string Find(string name)
    {
        if (File.Exists(name))
            return name;
        string folder = Path.GetDirectoryName(name) is { Length: > 0 } given ? given : ".";
        string[] found = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(file => Begins(Path.GetFileName(file), Path.GetFileName(name)))]
            : [];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new BadInputException(
                $"{name}: there is no such file; give a {Ending} file of frames, or the beginning of its name."),
            _ => throw new BadInputException($"{name}: the name matches {found.Length} files; give a full file name."),
        };
    }

    private static bool Begins(string file, string name) =>
        name.Length > 0 && file.StartsWith(name, StringComparison.Ordinal) && file.EndsWith(Ending, StringComparison.Ordinal);

    private static FrameSequence[] Part(JsonDocument json, string part, string path)
    {
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty(part, out var sequences))
            throw new BadInputException($"{path}: there is no \"{part}\" in it; it needs the splits train, valid and test.");
        FrameSequence[] read =
        [
            .. List(sequences, part, path).Select((sequence, i) => Sequence(sequence, $"{part}[{i}]", path)).OfType<FrameSequence>(),
        ];
        return read.Length > 0 ? read : throw new BadInputException(
            $"{path}: \"{part}\" has no sequence of two frames or more; it needs one.");
    }

    // Null if there is no frame to predict.
    private static FrameSequence? Sequence(JsonElement steps, string where, string path)
    {
        Frame[] frames = [.. List(steps, where, path).Select((step, i) => FrameOf(step, $"{where}[{i}]", path))];
        return frames.Length > 1 ? new(frames) : null;
    }

    private static Frame FrameOf(JsonElement pitches, string where, string path)
    {
        var frame = new Frame();
        foreach (var element in List(pitches, where, path))
        {
            if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt32(out int pitch))
            {
                throw new BadInputException(
                    $"{path}: {element.GetRawText()} in {where} is no MIDI pitch; a time step is a list of whole numbers.");
            }
            int key = pitch - Frame.LowestPitch;
            if (key is < 0 or >= Frame.KeyCount)
            {
                throw new BadInputException(
                    $"{path}: pitch {pitch} in {where} is not on the piano; pitches are from 21 to 108, and silence is an empty list.");
            }
            frame = frame.With(key);
        }
        return frame;
    }

    private static JsonElement.ArrayEnumerator List(JsonElement element, string where, string path) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray()
        : throw new BadInputException(
            $"{path}: {where} is not a list; a split is a list of sequences, lists of time steps, lists of pitches.");
}
