using System.IO.Compression;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Finds the MIDI files in folders, zip archives and single files, in a fixed order.</summary>
/// <param name="read">Receives each MIDI file.</param>
/// <param name="skip">Receives the name of each unreadable file, and the reason.</param>
internal sealed class CorpusFiles(Action<CorpusFile> read, Action<string, string> skip)
{
    // Larger than any real MIDI file; prevents a damaged or hostile file from filling the memory.
    private const long LargestFile = 64 << 20;

    private static readonly string[] _extensions = [".mid", ".midi", ".kar", ".rmi", ".smf"];

    private const int DeepestFolder = 32;

    private static readonly EnumerationOptions _here = new() { IgnoreInaccessible = true };

    /// <summary>The number of files ignored because their names are not those of MIDI files.</summary>
    public int OtherFiles { get; private set; }

    /// <summary>Reads all MIDI files of the paths.</summary>
    /// <param name="paths">The paths, each with the name of its source.</param>
    /// <exception cref="BadInputException">A path does not exist.</exception>
    public void ReadAll(IReadOnlyList<(string Path, string Source)> paths)
    {
        foreach (var (path, _) in paths)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
                throw new BadInputException($"{path}: no such file or folder; give MIDI files, zip archives or folders of them.");
        }
        foreach (var (path, source) in paths)
        {
            if (Directory.Exists(path))
                ReadFolder(path, source);
            else
                ReadFile(path, Path.GetFileName(path), source, named: true);
        }
    }

    private void ReadFolder(string folder, string source)
    {
        string parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) ?? folder;
        foreach (string file in FilesIn(new DirectoryInfo(folder), NameOf, DeepestFolder).Order(StringComparer.Ordinal))
            ReadFile(file, NameOf(file), source, named: false);

        string NameOf(string path) => Path.GetRelativePath(parent, Path.GetFullPath(path));
    }

    // Links below the folder are not followed: they may lead out of it, or in circles.
    private IEnumerable<string> FilesIn(DirectoryInfo folder, Func<string, string> nameOf, int deepest)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos("*", _here))
        {
            string path = Path.Combine(folder.ToString(), entry.Name);
            if (entry.LinkTarget is not null)
            {
                if (entry is DirectoryInfo || IsMidi(path) || IsZip(path))
                    skip(nameOf(path), "is a link; give the folder or file that it leads to");
            }
            else if (entry is not DirectoryInfo)
            {
                yield return path;
            }
            else if (deepest > 0)
            {
                foreach (string file in FilesIn(new DirectoryInfo(path), nameOf, deepest - 1))
                    yield return file;
            }
            else
            {
                skip(nameOf(path), $"is deeper than {DeepestFolder} folders");
            }
        }
    }

    // A file given by name is read with any extension.
    private void ReadFile(string path, string name, string source, bool named)
    {
        try
        {
            if (!named && !IsZip(path) && !IsMidi(path))
                OtherFiles++;
            else if (new FileInfo(path).Length == 0)
                // Pipes and devices have length 0 too; opening one could block forever.
                skip(name, "the file is empty; export the MIDI file again");
            else if (IsZip(path))
                ReadZip(path, name, source);
            else if (new FileInfo(path).Length > LargestFile)
                skip(name, TooLarge(new FileInfo(path).Length));
            else
            {
                using var stream = new MemoryStream(File.ReadAllBytes(path));
                read(new(name, source, stream));
            }
        }
        catch (Exception exception)
        {
            skip(name, $"cannot be opened ({exception.Message.TrimEnd('.')})");
        }
    }

    private void ReadZip(string path, string name, string source)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var entries = archive.Entries.Where(entry => entry.Name.Length > 0).OrderBy(entry => entry.FullName, StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                if (!IsMidi(entry.FullName))
                    OtherFiles++;
                else
                    ReadEntry(entry, $"{name}/{entry.FullName}", source);
            }
        }
        catch (Exception exception)
        {
            skip(name, $"archive cannot be read ({exception.Message.TrimEnd('.')})");
        }
    }

    private void ReadEntry(ZipArchiveEntry entry, string name, string source)
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
            // The length that the archive states may be wrong.
            byte[] buffer = new byte[1 << 16];
            for (int count; content.Length <= LargestFile && (count = stream.Read(buffer)) > 0;)
                content.Write(buffer, 0, count);
        }
        catch (Exception exception)
        {
            skip(name, $"cannot be unpacked ({exception.Message.TrimEnd('.')})");
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

    private static string TooLarge(long bytes) => $"too large ({bytes >> 20} MiB; the limit is {LargestFile >> 20} MiB)";

    private static bool IsMidi(string name) => _extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static bool IsZip(string name) => Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase);
}
