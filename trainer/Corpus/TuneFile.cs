using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// One part of a data set on disk. After the eight letters CPTUNES1 comes the number of tunes; each tune is its name, family, meter
/// (numerator, denominator), number of notes, and per note: ticks from the previous onset, duration in ticks (both 7-bit
/// variable-length integers, as all numbers here but these two), pitch byte, velocity byte. Strings are length and UTF-8.
/// </summary>
internal static class TuneFile
{
    private static ReadOnlySpan<byte> Magic => "CPTUNES1"u8;

    /// <summary>Writes tunes; an existing file is replaced only when the new one is complete.</summary>
    public static void Write(string path, IReadOnlyList<Tune> tunes) => AtomicFile.Write(path, stream =>
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write7BitEncodedInt(tunes.Count);
        foreach (var tune in tunes)
            Write(writer, tune);
    });

    /// <summary>Reads them back.</summary>
    /// <exception cref="BadInputException">The file is missing or no such file.</exception>
    public static IReadOnlyList<Tune> Read(string path)
    {
        if (!File.Exists(path))
            throw new BadInputException($"{path}: the data set lacks this file; make it with composer-trainer prepare.");
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
                throw new InvalidDataException("it does not begin as one");
            var tunes = new Tune[ReadCount(reader)];
            for (int i = 0; i < tunes.Length; i++)
                tunes[i] = Read(reader);
            return tunes;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or ArgumentException or FormatException or OverflowException)
        {
            throw new BadInputException($"{path}: this is no data set file ({exception.Message.TrimEnd('.')}); make it again with composer-trainer prepare.");
        }
    }

    private static void Write(BinaryWriter writer, Tune tune)
    {
        writer.Write(tune.Name);
        writer.Write7BitEncodedInt(tune.Family);
        writer.Write7BitEncodedInt(tune.Phrase.Meter.Numerator);
        writer.Write7BitEncodedInt(tune.Phrase.Meter.Denominator);
        writer.Write7BitEncodedInt(tune.Phrase.Count);
        int onset = 0;
        foreach (var note in tune.Phrase)
        {
            writer.Write7BitEncodedInt(note.Onset - onset);
            writer.Write7BitEncodedInt(note.Duration);
            writer.Write(note.Pitch.Number);
            writer.Write(note.Velocity);
            onset = note.Onset;
        }
    }

    private static Tune Read(BinaryReader reader)
    {
        string name = reader.ReadString();
        int family = reader.Read7BitEncodedInt();
        var meter = new Meter(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        if (!meter.IsValid)
            throw new InvalidDataException($"{name} has the meter {meter}");
        var notes = new Note[ReadCount(reader)];
        int onset = 0;
        for (int i = 0; i < notes.Length; i++)
        {
            onset += reader.Read7BitEncodedInt();
            notes[i] = new(onset, reader.Read7BitEncodedInt(), new(reader.ReadByte()), reader.ReadByte());
        }
        return new(name, family, new(meter, notes));
    }

    // Whatever is counted takes a byte at least: a damaged file must not ask for more memory than it is long.
    private static int ReadCount(BinaryReader reader)
    {
        int count = reader.Read7BitEncodedInt();
        return count >= 0 && count <= reader.BaseStream.Length - reader.BaseStream.Position
            ? count
            : throw new InvalidDataException($"it counts {count} where {reader.BaseStream.Length - reader.BaseStream.Position} bytes are left");
    }
}
