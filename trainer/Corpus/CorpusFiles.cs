using System.IO.Compression;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Finds the MIDI files among folders, zip archives and single files, in a fixed order.</summary>
internal static class CorpusFiles
{
    private static readonly string[] _extensions = [".mid", ".midi"];

    /// <summary>Calls <paramref name="read"/> for each MIDI file with its name and content; an archive that cannot be read goes to <paramref name="skip"/>.</summary>
    /// <exception cref="BadInputException">A path does not exist.</exception>
    public static void Each(IEnumerable<string> paths, Action<string, Stream> read, Action<string, string> skip)
    {
        foreach (string path in paths)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
                throw new BadInputException($"{path}: there is no such file or folder; give MIDI files, zip archives or folders of them.");
        }
        foreach (string path in paths)
            EachIn(path, read, skip);
    }

    private static void EachIn(string path, Action<string, Stream> read, Action<string, string> skip)
    {
        if (Directory.Exists(path))
        {
            var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => IsMidi(file) || IsZip(file));
            foreach (string file in files.Order(StringComparer.Ordinal))
                EachIn(file, read, skip);
        }
        else if (IsZip(path))
        {
            EachInZip(path, read, skip);
        }
        else
        {
            using var stream = File.OpenRead(path);
            read(path, stream);
        }
    }

    private static void EachInZip(string path, Action<string, Stream> read, Action<string, string> skip)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            foreach (var entry in archive.Entries.Where(entry => IsMidi(entry.FullName)).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                    stream.CopyTo(content);
                content.Position = 0;
                read($"{Path.GetFileName(path)}/{entry.FullName}", content);
            }
        }
        catch (InvalidDataException exception)
        {
            skip(path, $"the archive cannot be read ({exception.Message.TrimEnd('.')})");
        }
    }

    private static bool IsMidi(string name) => _extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static bool IsZip(string name) => Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase);
}
