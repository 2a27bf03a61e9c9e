using System.IO.Compression;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Finds the MIDI files among folders, zip archives and single files, in a fixed order.</summary>
/// <param name="read">Takes each MIDI file.</param>
/// <param name="skip">Takes the name of what cannot be read, and why.</param>
internal sealed class CorpusFiles(Action<CorpusFile> read, Action<string, string> skip)
{
    // No music is so long; what claims to be would only fill the memory.
    private const long LargestFile = 64 << 20;

    private static readonly string[] _extensions = [".mid", ".midi", ".kar", ".rmi", ".smf"];

    // A link may lead back to its own folder.
    private static readonly EnumerationOptions _everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 32 };

    /// <summary>How many files were passed over because their names are not those of MIDI files.</summary>
    public int Others { get; private set; }

    /// <summary>Reads all MIDI files of the paths.</summary>
    /// <param name="paths">Each path with the name of the source that it is.</param>
    /// <exception cref="BadInputException">A path does not exist.</exception>
    public void Each(IReadOnlyList<(string Path, string Source)> paths)
    {
        foreach (var (path, _) in paths)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
                throw new BadInputException($"{path}: there is no such file or folder; give MIDI files, zip archives or folders of them.");
        }
        foreach (var (path, source) in paths)
        {
            if (Directory.Exists(path))
                EachInFolder(path, source);
            else
                One(path, Path.GetFileName(path), source, named: true);
        }
    }

    private void EachInFolder(string folder, string source)
    {
        string parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) ?? folder;
        foreach (string file in Directory.EnumerateFiles(folder, "*", _everywhere).Order(StringComparer.Ordinal))
            One(file, Path.GetRelativePath(parent, Path.GetFullPath(file)), source, named: false);
    }

    // A file that was named is read whatever its extension.
    private void One(string path, string name, string source, bool named)
    {
        try
        {
            if (IsZip(path))
                EachInZip(path, name, source);
            else if (!named && !IsMidi(path))
                Others++;
            else if (new FileInfo(path).Length > LargestFile)
                skip(name, TooLarge(new FileInfo(path).Length));
            else
            {
                using var stream = new MemoryStream(File.ReadAllBytes(path));
                read(new(name, source, stream));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            skip(name, $"it cannot be opened ({exception.Message.TrimEnd('.')})");
        }
    }

    private void EachInZip(string path, string name, string source)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                if (!IsMidi(entry.FullName))
                    Others++;
                else
                    Read(entry, $"{name}/{entry.FullName}", source);
            }
        }
        catch (InvalidDataException exception)
        {
            skip(name, $"the archive cannot be read ({exception.Message.TrimEnd('.')})");
        }
    }

    private void Read(ZipArchiveEntry entry, string name, string source)
    {
        if (entry.Length > LargestFile)
        {
            skip(name, TooLarge(entry.Length));
            return;
        }
        using var content = new MemoryStream();
        try
        {
            using var stream = entry.Open();
            // What the archive says of an entry's length may be wrong.
            byte[] buffer = new byte[1 << 16];
            for (int count; content.Length <= LargestFile && (count = stream.Read(buffer)) > 0;)
                content.Write(buffer, 0, count);
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException)
        {
            skip(name, $"it cannot be unpacked ({exception.Message.TrimEnd('.')})");
            return;
        }
        if (content.Length > LargestFile)
        {
            skip(name, TooLarge(content.Length));
            return;
        }
        content.Position = 0;
        read(new(name, source, content));
    }

    private static string TooLarge(long bytes) => $"too large ({bytes >> 20} MiB, {LargestFile >> 20} are the most)";

    private static bool IsMidi(string name) => _extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static bool IsZip(string name) => Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase);
}
