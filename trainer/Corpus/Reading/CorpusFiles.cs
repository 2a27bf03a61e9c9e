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

    private static readonly string[] _extensions = [".mid", ".midi", ".kar", ".rmi", ".smf", ".midi2"];

    // Hidden files and folders are read too.
    private static readonly EnumerationOptions _all = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    // What .NET puts in place of bytes of a name that are not UTF-8; the file cannot be opened by such a name.
    private const char Replacement = '\uFFFD';

    private const string NotUtf8 = "has a name that is not UTF-8; rename it, for example with: convmv -r -f latin1 -t utf8 --notest FOLDER";

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
            {
                throw new BadInputException(path.Contains(Replacement)
                    ? $"{path}: the file or folder {NotUtf8}."
                    : $"{path}: no such file or folder; give MIDI files, zip archives or folders of them.");
            }
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
        foreach (string file in FilesOf(folder, parent).Order(StringComparer.Ordinal))
            ReadFile(file, Path.GetRelativePath(parent, Path.GetFullPath(file)), source, named: false);
    }

    private List<string> FilesOf(string top, string parent)
    {
        var files = new List<string>();
        var folders = new Stack<string>([top]);
        while (folders.TryPop(out string? folder))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", _all))
                {
                    string name = Path.GetRelativePath(parent, Path.GetFullPath(entry.FullName));
                    if (entry.Name.Contains(Replacement) && !entry.Exists && (entry is DirectoryInfo || IsMidi(name) || IsZip(name)))
                        skip(name, NotUtf8);
                    else if (entry.LinkTarget is not null)
                        SkipLink(entry, name);
                    else if (entry is FileInfo)
                        files.Add(entry.FullName);
                    else
                        folders.Push(entry.FullName);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                skip(Path.GetRelativePath(parent, Path.GetFullPath(folder)), CannotOpen(exception));
            }
        }
        return files;
    }

    // It may lead out of the folder, or back to a folder that it is in.
    private void SkipLink(FileSystemInfo entry, string name)
    {
        if (entry is DirectoryInfo || IsMidi(name) || IsZip(name))
            skip(name, "is a link; give the folder or file that it leads to");
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
            skip(name, CannotOpen(exception));
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

    private static string CannotOpen(Exception exception) => $"cannot be opened ({exception.Message.TrimEnd('.')})";

    // "._tune.mid" is what macOS keeps beside a file on other systems' disks.
    private static bool IsMidi(string name) => !Path.GetFileName(name).StartsWith("._", StringComparison.Ordinal)
        && _extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static bool IsZip(string name) => Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase);
}
