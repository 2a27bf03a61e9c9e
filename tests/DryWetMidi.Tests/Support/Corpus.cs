using System.IO.Compression;

namespace DryWetMidi.Tests.Support;

/// <summary>Damaged and unusual files, in an archive that the environment variable MALFORMED_MIDI_ZIP names.</summary>
internal static class Corpus
{
    private const string ManifestName = "generated/manifest.csv";

    public static string? Path { get; } = Environment.GetEnvironmentVariable("MALFORMED_MIDI_ZIP");

    /// <summary>Every MIDI file by its name in the archive, with what its manifest expects: load, reject or either.</summary>
    public static IEnumerable<(string Name, byte[] Bytes, string Expected)> Files()
    {
        using ZipArchive archive = ZipFile.OpenRead(Path!);
        Dictionary<string, string> expected = Manifest(archive);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.EndsWith(".mid", StringComparison.OrdinalIgnoreCase)))
            yield return (entry.FullName, Bytes(entry), expected.GetValueOrDefault(entry.FullName, "either"));
    }

    private static Dictionary<string, string> Manifest(ZipArchive archive)
    {
        using var reader = new StreamReader(archive.GetEntry(ManifestName)!.Open());
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(cells => "generated/" + cells[0], cells => cells[2]);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
