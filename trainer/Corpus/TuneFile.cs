using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// One part of a data set on disk. After the bytes CPTUNES2 come the number of tunes, then for each tune: name, source, family, meter
/// (numerator, denominator), number of notes, and per note the ticks since the previous onset, the duration in ticks, a pitch byte and a
/// velocity byte, whose high bit is set if the note is not part of the melody; then the key class, the number of bars, and per bar a chord
/// byte and the rhythm. Numbers other than bytes are 7-bit variable-length integers; strings are a length and UTF-8.
/// </summary>
internal static class TuneFile
{
    private const byte NotMelody = 0x80;

    // Some hundred million notes.
    private const long MostBytes = 1L << 30;

    // A hundred thousand bars of 4/4.
    private const int LastTick = 1 << 24;

    private static ReadOnlySpan<byte> Magic => "CPTUNES2"u8;

    private static ReadOnlySpan<byte> OldMagic => "CPTUNES1"u8;

    /// <summary>Writes tunes; an existing file is replaced only when the new one is complete.</summary>
    public static void Write(string path, IReadOnlyList<Tune> tunes) => AtomicFile.Write(path, stream =>
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write7BitEncodedInt(tunes.Count);
        foreach (var tune in tunes)
            Write(writer, tune);
    });

    /// <summary>Reads the tunes of a file.</summary>
    /// <exception cref="BadInputException">The file is missing, damaged or of an earlier version.</exception>
    public static IReadOnlyList<Tune> Read(string path)
    {
        if (!File.Exists(path))
            throw new BadInputException($"{path}: the data set lacks this file; create it with composer-trainer prepare.");
        return InputBorder.Read(path, "not a data set file", "create it again with composer-trainer prepare", () => ReadTunes(path));
    }

    private static List<Tune> ReadTunes(string path)
    {
        InputBorder.CheckSize(path, MostBytes);
        using var reader = new BinaryReader(File.OpenRead(path));
        byte[] magic = reader.ReadBytes(Magic.Length);
        if (magic.AsSpan().SequenceEqual(OldMagic))
        {
            throw new BadInputException(
                $"{path}: this data set was written by an earlier version; create it again with composer-trainer prepare.");
        }
        if (!magic.AsSpan().SequenceEqual(Magic))
            throw new InvalidDataException("wrong file header");
        var tunes = new List<Tune>();
        for (int left = ReadCount(reader); left > 0; left--)
            tunes.Add(Read(reader));
        return tunes;
    }

    private static void Write(BinaryWriter writer, Tune tune)
    {
        writer.Write(tune.Name);
        writer.Write(tune.Source);
        writer.Write7BitEncodedInt(tune.Family);
        writer.Write7BitEncodedInt(tune.Phrase.Meter.Numerator);
        writer.Write7BitEncodedInt(tune.Phrase.Meter.Denominator);
        writer.Write7BitEncodedInt(tune.Phrase.Count);
        var melody = tune.Features.Melody.ToHashSet();
        int onset = 0;
        foreach (var note in tune.Phrase)
        {
            writer.Write7BitEncodedInt(note.Onset - onset);
            writer.Write7BitEncodedInt(note.Duration);
            writer.Write(note.Pitch.Number);
            writer.Write((byte)(note.Velocity | (melody.Contains(note) ? 0 : NotMelody)));
            onset = note.Onset;
        }
        writer.Write7BitEncodedInt(tune.Features.Key);
        writer.Write7BitEncodedInt(tune.Features.Chords.Count);
        foreach (var (chord, rhythm) in tune.Features.Chords.Zip(tune.Features.Rhythm))
        {
            writer.Write(chord.Number);
            writer.Write(rhythm);
        }
    }

    private static Tune Read(BinaryReader reader)
    {
        string name = reader.ReadString(), source = reader.ReadString();
        int family = reader.Read7BitEncodedInt();
        var meter = new Meter(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        if (!meter.IsValid)
            throw new InvalidDataException($"{name} has the meter {meter}");
        var notes = new Note[ReadCount(reader)];
        var melody = new List<Note>(notes.Length);
        int onset = 0;
        for (int i = 0; i < notes.Length; i++)
        {
            onset = checked(onset + reader.Read7BitEncodedInt());
            int duration = reader.Read7BitEncodedInt();
            if (duration <= 0 || checked(onset + duration) > LastTick)
                throw new InvalidDataException($"{name} has a note from tick {onset} that lasts {duration}");
            var pitch = new Pitch(reader.ReadByte());
            if (pitch.Number >= Pitch.Count)
                throw new InvalidDataException($"{name} has the pitch {pitch.Number}");
            byte velocity = reader.ReadByte();
            notes[i] = new(onset, duration, pitch, (byte)(velocity & ~NotMelody));
            if ((velocity & NotMelody) == 0)
                melody.Add(notes[i]);
        }
        var phrase = new Phrase(meter, notes);
        return new(name, family, phrase)
        {
            Source = source,
            Features = ReadFeatures(reader, melody.Count == notes.Length ? phrase : new(meter, melody)),
        };
    }

    private static TuneFeatures ReadFeatures(BinaryReader reader, Phrase melody)
    {
        int key = reader.Read7BitEncodedInt();
        var chords = new Chord[ReadCount(reader)];
        string[] rhythm = new string[chords.Length];
        for (int bar = 0; bar < chords.Length; bar++)
        {
            chords[bar] = new(reader.ReadByte());
            rhythm[bar] = reader.ReadString();
        }
        return key is >= 0 and < KeyTracker.Keys && chords.All(chord => chord.Number < Chord.Count)
            ? new(melody, key, chords, rhythm)
            : throw new InvalidDataException("invalid key or chord class");
    }

    // Every counted item takes at least one byte: a damaged file must not allocate more than its own length.
    private static int ReadCount(BinaryReader reader)
    {
        int count = reader.Read7BitEncodedInt();
        return count >= 0 && count <= reader.BaseStream.Length - reader.BaseStream.Position
            ? count
            : throw new InvalidDataException($"count {count}, but {reader.BaseStream.Length - reader.BaseStream.Position} bytes are left");
    }
}
