using System.Text;

namespace ComposerPlugin.Styles;

/// <summary>
/// Stores the order in which the user styles were found in a text file in their folder, one folder name per line. A deleted style keeps its
/// line and its slot. The file is opened for writing only when there are new styles. Where it cannot be written, new styles keep their slots
/// until the process ends.
/// </summary>
/// <param name="folder">The folder of the styles.</param>
internal sealed class UserSlots(string folder)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "order.txt";

    private const int MaxBytes = 1 << 20;

    // What the file holds, and what was found since and is not in it.
    private List<string> _stored = [];
    private readonly List<string> _added = [];

    /// <summary>Why the file does not hold all styles; null if it does.</summary>
    public string? Problem { get; private set; }

    /// <summary>
    /// Returns the slots by folder name. New styles get the next free slots, in the order given; without a free slot they get none.
    /// While another program locks the file, they get none either: another style may have their slots in it.
    /// </summary>
    /// <param name="names">The folder names, sorted.</param>
    public IReadOnlyDictionary<string, int> Assign(IReadOnlyList<string> names)
    {
        Problem = null;
        if (names.Count > 0 && TryRead())
        {
            _added.RemoveAll(_stored.Contains);
            _added.AddRange(names.Where(name => !_stored.Contains(name) && !_added.Contains(name) && !name.Contains('\n')));
            if (_added.Count > 0)
                Write();
        }
        var slots = new Dictionary<string, int>();
        int slot = StyleCatalog.PresetSlots;
        foreach (string name in _stored.Concat(_added).TakeWhile(_ => slot < StyleCatalog.AsSaved))
            slots.TryAdd(name, slot++);
        return slots;
    }

    private string Path => System.IO.Path.Combine(folder, FileName);

    // False if new styles must wait.
    private bool TryRead()
    {
        try
        {
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length < MaxBytes)
                _stored = ReadLines(file);
            return true;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            Problem = $"{FileName} of your styles cannot be read";
            return true;
        }
        catch (IOException)
        {
            Problem = $"{FileName} of your styles is in use";
            return false;
        }
    }

    private void Write()
    {
        try
        {
            // Opened exclusively, and read again: another process may have assigned slots since.
            using var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (file.Length >= MaxBytes)
                return;
            _stored = ReadLines(file);
            _added.RemoveAll(_stored.Contains);
            // An editor may have left out the end of the last line.
            string text = (EndsInLine(file) ? "" : "\n") + string.Concat(_added.Select(name => name + "\n"));
            file.Position = file.Length;
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush();
            _stored.AddRange(_added);
            _added.Clear();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Problem = $"{FileName} of your styles cannot be written";
        }
    }

    private static bool EndsInLine(FileStream file)
    {
        if (file.Length == 0)
            return true;
        file.Position = file.Length - 1;
        return file.ReadByte() == '\n';
    }

    private static List<string> ReadLines(FileStream file)
    {
        var lines = new List<string>();
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: -1, leaveOpen: true);
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }
}
