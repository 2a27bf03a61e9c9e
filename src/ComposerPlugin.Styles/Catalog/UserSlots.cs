using System.Text;

namespace ComposerPlugin.Styles;

/// <summary>
/// Remembers in which order the user's own styles came, in a text file beside them: a folder's name on each line. A style that is deleted keeps
/// its line, and so its slot. Where the file cannot be written, new styles have their slots until the process ends.
/// </summary>
/// <param name="folder">The folder of the styles.</param>
internal sealed class UserSlots(string folder)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "order.txt";

    private const int MostBytes = 1 << 20;

    private List<string> _order = [];

    /// <summary>The slot of each style; a new one gets the next that is free, new ones together by name. Where none is free it has none.</summary>
    /// <param name="names">The folders' names, sorted.</param>
    public IReadOnlyDictionary<string, int> Of(IReadOnlyList<string> names)
    {
        if (names.Count > 0)
            Read(names);
        var slots = new Dictionary<string, int>();
        for (int i = 0; i < _order.Count && StyleCatalog.PresetSlots + i < StyleCatalog.AsSaved; i++)
            slots.TryAdd(_order[i], StyleCatalog.PresetSlots + i);
        return slots;
    }

    private void Read(IReadOnlyList<string> names)
    {
        try
        {
            // Nobody else has it meanwhile: another process's new styles get other slots.
            using var file = new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (file.Length < MostBytes)
                _order = ReadLines(file);
            string[] added = [.. names.Where(name => !_order.Contains(name) && !name.Contains('\n'))];
            if (added.Length == 0)
                return;
            file.Write(Encoding.UTF8.GetBytes(string.Concat(added.Select(name => name + "\n"))));
            _order.AddRange(added);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _order.AddRange(names.Where(name => !_order.Contains(name)));
        }
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
