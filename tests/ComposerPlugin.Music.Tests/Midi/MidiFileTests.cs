namespace ComposerPlugin.Music.Tests;

public sealed class MidiFileTests : IDisposable
{
    private static readonly byte[] Tempo = [0, 0xFF, 0x51, 3, 0x03, 0, 0];

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".mid");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_written_song_reads_back_equal()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var tracks = Enumerable.Range(0, 3)
                .Select(track => new MidiTrack($"Track {track}", Separate(RandomPhrases.Next(random), (byte)track))).ToList();
            var song = new MidiSong(tracks, [new(0, 100), new(96, 240)], [new(0, new(6, 8)), new(144, new(7, 8))]);
            MidiFileWriter.Write(song, _path);
            if (tracks.All(track => track.Notes.Count == 0))
                continue;

            var read = MidiFileReader.Read(_path);

            Assert.Equal(song.Meters, read.Meters);
            Assert.Equal([100.0, 240.0], read.Tempi.Select(change => Math.Round(change.QuartersPerMinute, 3)));
            var written = tracks.Select(track => track.Notes.OrderBy(note => note.Onset).ThenBy(note => note.Pitch).ToList()).ToList();
            Assert.Equal(written, read.Tracks.Skip(1).Select(track => track.Notes.ToList()));
            Assert.Equal(tracks.Select(track => track.Name), read.Tracks.Skip(1).Select(track => track.Name));
        }
    }

    [Fact]
    public void Names_keep_their_letters_and_too_slow_a_tempo_becomes_the_slowest_of_the_format()
    {
        MidiFileWriter.Write(MidiSong.Create(Meter.Common, 1, new MidiTrack("Dró – 琴", [new(0, 24, new(60), 100, 0)])), _path);
        var song = MidiFileReader.Read(_path);
        Assert.Equal(("Dró – 琴", 3.58), (song.Tracks[1].Name, Math.Round(song.Tempo, 2)));
    }

    [Fact]
    public void A_missing_file_is_named() => Refused("there is no such file", path => { });

    [Fact]
    public void An_empty_file_is_named() => Refused("the file is empty", path => File.WriteAllBytes(path, []));

    [Fact]
    public void A_huge_file_is_named() => Refused("larger than 16 MiB", path => File.WriteAllBytes(path, new byte[(16 << 20) + 1]));

    [Fact]
    public void A_file_that_is_not_MIDI_is_named() =>
        Refused("is not a MIDI file", path => File.WriteAllText(path, "This is a letter, not music."));

    [Fact]
    public void A_truncated_file_is_named() => Refused("truncated", path =>
    {
        MidiFileWriter.Write(MidiSong.Create(Meter.Common, 120, new MidiTrack("", [new(0, 24, new(60), 100, 0)])), path);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..20]);
    });

    [Fact]
    public void A_file_without_notes_is_named() =>
        Refused("has no notes", path => MidiFileWriter.Write(MidiSong.Create(Meter.Common, 120, new MidiTrack("", [])), path));

    [Fact]
    public void Bytes_after_the_last_track_are_ignored() =>
        Assert.Single(ReadBytes([.. OneQuarterNote(96), .. "garbage"u8]).Tracks[0].Notes);

    [Fact]
    public void A_quarter_note_has_its_length_at_every_division() =>
        Assert.All([1, 96, 480, 0x7FFF],
            division => Assert.Equal((24.0, 24.0 / division), DurationAndOnset(ReadBytes(OneQuarterNote(division)))));

    [Theory]
    [InlineData(0xE728, 1000)] // 25 frames of 40 ticks
    [InlineData(0xE804, 96)] // 24 frames of 4 ticks
    [InlineData(0xE264, 3000)] // 30 frames of 100 ticks
    [InlineData(0xE364, 3000 / 1.001)] // 30 frames of 100 ticks, with drops
    public void A_file_timed_in_frames_is_read_at_120_quarters_per_minute_despite_its_tempo(int division, double ticksPerSecond)
    {
        var song = ReadBytes([.. Header(division), .. Track([.. Tempo, .. Note(500)])]);

        Assert.Equal(Math.Round(500 / ticksPerSecond * 48, 6), Math.Round(song.Tracks[0].Notes[0].Duration, 6));
        Assert.Equal([new TempoChange(0, 120)], song.Tempi);
    }

    [Fact]
    public void A_meter_without_beats_counts_as_common_time()
    {
        var song = ReadBytes([.. Header(96), .. Track([0, 0xFF, 0x58, 4, 0, 2, 24, 8, .. Note(96)])]);

        Assert.Equal((Meter.Common, 1), (song.Meter, song.Tracks[0].Notes.Count));
    }

    [Fact]
    public void System_exclusive_data_that_repeat_their_status_are_read() =>
        Assert.Single(ReadBytes([.. Header(96), .. Track([0, 0xF7, 1, 0xF7, 0, 0xF0, 2, 0xF0, 0xF7, .. Note(96)])]).Tracks[0].Notes);

    [Fact]
    public void Damage_that_leaves_no_note_is_named() => Refused("is damaged (1 tracks damaged", path =>
        File.WriteAllBytes(path, [.. Header(96), .. Track([0, 0xF0, 0x8F, 0xFF, 0xFF, 0xFF, 0x7F, .. Note(96)])]));

    [Fact]
    public void Times_that_overflow_are_refused_or_read_but_never_negative()
    {
        byte[] farthest = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];
        try
        {
            var song = ReadBytes([.. Header(96), .. Track([.. farthest, 0x90, 60, 100, .. farthest, 0x80, 60, 0])]);
            Assert.All(song.Tracks[0].Notes, note => Assert.True(note.Onset >= 0 && note.Duration >= 0));
        }
        catch (MidiFileException exception)
        {
            Assert.Contains("the file", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_declared_length_allocates_no_memory()
    {
        byte[] file = [.. Header(96), .. Track([0, 0xFF, 0x01, 0xFF, 0xFF, 0xFF, 0x7F])];
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<MidiFileException>(() => MidiFileReader.Read(new MemoryStream(file), "x"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static (double Duration, double Onset) DurationAndOnset(MidiSong song) =>
        (song.Tracks[0].Notes[0].Duration, song.Tracks[0].Notes[0].Onset);

    private static MidiSong ReadBytes(byte[] bytes) => MidiFileReader.Read(new MemoryStream(bytes), "song.mid");

    // The note begins one tick after the start.
    private static byte[] OneQuarterNote(int division) =>
        [.. Header(division), .. Track([1, 0x90, 60, 100, .. Delta(division), 0x80, 60, 0])];

    private static byte[] Note(int length) => [0, 0x90, 60, 100, .. Delta(length), 0x80, 60, 0];

    private static byte[] Delta(int ticks) => [(byte)(0x80 | ticks >> 14), (byte)(0x80 | ticks >> 7), (byte)(ticks & 0x7F)];

    private static byte[] Header(int division) => [.. "MThd"u8, 0, 0, 0, 6, 0, 0, 0, 1, (byte)(division >> 8), (byte)division];

    private static byte[] Track(byte[] events) => [.. "MTrk"u8, 0, 0, 0, (byte)(events.Length + 4), .. events, 0, 0xFF, 0x2F, 0];

    private void Refused(string why, Action<string> make)
    {
        make(_path);
        var exception = Assert.Throws<MidiFileException>(() => MidiFileReader.Read(_path));
        Assert.StartsWith(_path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    // In MIDI a channel has one sounding note per pitch: each note ends before the next of its pitch.
    private static List<MidiNote> Separate(Phrase phrase, byte channel) =>
    [
        .. phrase.Select(note => new MidiNote(note.Onset,
            Math.Min(note.Duration, phrase.Where(other => other.Pitch == note.Pitch && other.Onset > note.Onset)
                .Select(other => other.Onset - note.Onset).DefaultIfEmpty(note.Duration).Min()),
            note.Pitch, note.Velocity, channel)),
    ];
}
