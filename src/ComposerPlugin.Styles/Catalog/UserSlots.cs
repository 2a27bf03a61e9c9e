using System.Text;

namespace ComposerPlugin.Styles;

/// <summary>
/// Stores the order in which the user styles were found in a text file in their folder, one folder name per line. A deleted style keeps its
/// line and its slot. If the file cannot be written, new styles keep their slots until the process ends.
/// </summary>
/// <param name="folder">The folder of the styles.</param>
internal sealed class UserSlots(string folder)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "order.txt";

    private const int MaxBytes = 1 << 20;

    private List<string> _order = [];

    /// <summary>
    /// Returns the slots by folder name. New styles get the next free slots, in the order given; without a free slot they get none.
    /// </summary>
    /// <param name="names">The folder names, sorted.</param>
    public IReadOnlyDictionary<string, int> Assign(IReadOnlyList<string> names)
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
            // Opened exclusively, so that another process cannot assign the same slots at the same time.
            using var file = new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (file.Length < MaxBytes)
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
