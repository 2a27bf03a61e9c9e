using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference.Tests;

public sealed class FuzzTests
{
    private static readonly string[] _types = [ModelType.Lstm, ModelType.Gru, ModelType.Transformer, ModelType.Ensemble];

    [Fact]
    public void Changed_files_of_a_style_are_loaded_or_refused()
    {
        using var folder = new TemporaryFolder();
        var files = new List<byte[]>();
        var owners = new List<(string Folder, string File)>();
        foreach (string type in _types)
        {
            TinyStyle.Write(folder[type], type, gated: type != ModelType.Gru);
            Add(type);
        }
        TinyLatentStyles.Vae(folder["vae"], 2).Dispose();
        Add("vae");
        TinyLatentStyles.Gan(folder["gan"]).Dispose();
        Add("gan");

        FuzzRun.Run("styles", files, 250, changed => Load(folder, owners, files, changed), mostSeconds: 30);

        void Add(string style)
        {
            foreach (string file in Directory.GetFiles(folder[style]).Order(StringComparer.Ordinal))
            {
                files.Add(File.ReadAllBytes(file));
                owners.Add((folder[style], file));
            }
        }
    }

    // The file of the style that the changed one is most like takes its place.
    private static string? Load(TemporaryFolder folder, List<(string Folder, string File)> owners, List<byte[]> files, byte[] changed)
    {
        int index = Enumerable.Range(0, files.Count).MaxBy(i => files[i].AsSpan().CommonPrefixLength(changed) + files[i].Length
            - Math.Abs(files[i].Length - changed.Length));
        var (style, file) = owners[index];
        File.WriteAllBytes(file, changed);
        try
        {
            StyleBorder.TryRead(
                folder.Path, StyleException.ChooseAnother, () => LoadedStyle.Load(style), out var loaded, out string error);
            if (loaded is null)
                return error;
            using (loaded)
            using (var model = loaded.CreateModel())
                Play(model);
            return null;
        }
        catch (Exception exception) when (exception is StyleException or Microsoft.ML.OnnxRuntime.OnnxRuntimeException)
        {
            // The worker reports it and goes on.
            return $"{StyleBorder.OneLine(exception)}.";
        }
        finally
        {
            File.WriteAllBytes(file, files[index]);
        }
    }

    private static void Play(MelodyModel model)
    {
        model.Reset();
        for (int i = 0; i < 8; i++)
            Steps.TakeAll(model, i);
    }
}
