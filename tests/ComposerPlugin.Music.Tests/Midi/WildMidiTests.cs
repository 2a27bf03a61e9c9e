using static ComposerPlugin.Music.Tests.MidiBytes;

namespace ComposerPlugin.Music.Tests;

/// <summary>MIDI files as they are found: what can be read is read, and the rest is counted.</summary>
public sealed class WildMidiTests
{
    [Fact]
    public void A_note_on_ends_the_note_of_its_pitch_that_still_sounds()
    {
        var song = Read(Header(1), Track(On(0, 60), On(48, 60), On(48, 60), Off(24, 60)));
        Assert.Equal([(0, 12), (12, 12), (24, 6)], Times(song));
        Assert.Equal(new MidiLosses { EndlessNotes = 2 }, song.Losses);
    }

    [Fact]
    public void One_lost_note_off_changes_no_later_note()
    {
        var song = Read(Header(1), Track(Note(60), On(0, 60), On(48, 60), Off(24, 60), Note(60), Note(62)));
        Assert.Equal([(0, 6), (6, 12), (18, 6), (24, 6), (30, 6)], Times(song));
        Assert.Equal(1, song.Losses.EndlessNotes);
    }

    [Fact]
    public void Notes_that_are_open_at_the_end_of_the_track_end_there()
    {
        var song = Read(Header(1), Chunk("MTrk", [.. On(0, 60), .. On(24, 64), 72, 0xFF, 0x2F, 0]));
        Assert.Equal([(0, 24), (6, 18)], Times(song));
        Assert.Contains("2 note-ons without ends", song.Losses.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Overlapping_notes_of_a_pitch_lose_no_note_off()
    {
        // The second begins before the first ends, and ends after it.
        var song = Read(Header(1), Track(On(0, 60), On(48, 60), Off(24, 60), Off(48, 60)));
        Assert.Equal([(0, 12), (12, 18)], Times(song));
        Assert.Equal(0, song.Losses.EndlessNotes);
    }

    [Fact]
    public void A_note_off_after_the_note_on_of_the_same_time_ends_the_earlier_note()
    {
        var song = Read(Header(1), Track(On(0, 60), On(24, 60), Off(0, 60), On(24, 60), Off(0, 60), Off(24, 60)));
        Assert.Equal([(0, 6), (6, 6), (12, 6)], Times(song));
        Assert.Equal(0, song.Losses.EndlessNotes);
    }

    [Fact]
    public void Notes_without_length_doubled_note_offs_and_note_offs_first_are_read()
    {
        var song = Read(Header(1), Track(Off(0, 60), On(0, 60), Off(0, 60), Off(0, 60), On(24, 60), Off(24, 60), [0, 0x90, 62, 0]));
        Assert.Equal([(0, 0), (6, 6)], Times(song));
        Assert.True(song.Losses.IsNone);
    }

    [Fact]
    public void Two_equal_notes_at_one_time_have_two_ends()
    {
        var song = Read(Header(1), Track(On(0, 60), On(0, 60), Off(24, 60), Off(24, 60), Note(60)));
        Assert.Equal([(0, 6), (0, 12), (12, 6)], Times(song));
    }

    [Fact]
    public void All_notes_off_ends_the_notes_of_its_channel()
    {
        var song = Read(Header(1), Track(On(0, 60), On(0, 64, 1), Control(24, 123, 0), Off(72, 64, 1)));
        Assert.Equal([(0, 6), (0, 24)], Times(song));
        Assert.Equal(0, song.Losses.EndlessNotes);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0xFF, 0x59, 0 })] // key
    [InlineData(new byte[] { 0, 0xFF, 0x59, 1, 2 })]
    [InlineData(new byte[] { 0, 0xFF, 0x20, 0 })] // channel prefix
    [InlineData(new byte[] { 0, 0xFF, 0x51, 0 })] // tempo
    [InlineData(new byte[] { 0, 0xFF, 0x51, 2, 7, 0xA1 })]
    [InlineData(new byte[] { 0, 0xFF, 0x51, 3, 0, 0, 0 })] // of zero
    [InlineData(new byte[] { 0, 0xFF, 0x58, 0 })] // meter
    [InlineData(new byte[] { 0, 0xFF, 0x58, 4, 4, 255, 24, 8 })] // of 4/2^255
    [InlineData(new byte[] { 0, 0xFF, 0x54, 0 })] // SMPTE offset
    [InlineData(new byte[] { 0, 0xF8 })] // a message of the cable
    [InlineData(new byte[] { 0, 0xF2, 1, 2 })]
    public void A_damaged_event_is_left_out_and_counted(byte[] damaged)
    {
        var song = Read(Header(1), Track(Note(60), damaged, Note(62)));
        Assert.Equal([(0, 6), (6, 6)], Times(song));
        Assert.Equal(new MidiLosses { BadEvents = 1 }, song.Losses);
        Assert.Equal((Meter.Common, 120), (song.Meter, song.Tempo));
    }

    [Fact]
    public void Data_without_a_status_are_skipped_up_to_the_next_status()
    {
        var song = Read(Header(1), Track([0, 60, 100, 12], Note(60)[1..], Note(62)));
        Assert.Equal([(0, 6), (6, 6)], Times(song));
        Assert.Equal(new MidiLosses { BadEvents = 1 }, song.Losses);
    }

    [Fact]
    public void A_frame_rate_that_no_MIDI_file_may_have_is_named() => Assert.Contains("counts time in 100 frames per second",
        Assert.Throws<MidiFileException>(() => Read(Header(1, 1, 0x9C28), Track(Note(60)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Meta_events_of_odd_lengths_are_read_by_their_declared_lengths()
    {
        var song = Read(Header(1), Track([0, 0xFF, 0x51, 4, 0x07, 0xA1, 0x20, 9], [0, 0xFF, 0x58, 2, 3, 2], [0, 0xFF, 0x00, 0],
            [0, 0xFF, 0x59, 5, 0xFF, 9, 1, 2, 3], [0, 0xFF, 0x60, 2, 1, 2], [0, 0xFF, 0x7F, 0], Note(60)));
        Assert.Equal((new Meter(3, 4), 120), (song.Meter, Math.Round(song.Tempo)));
        Assert.Equal([(0, 6)], Times(song));
        Assert.True(song.Losses.IsNone);
    }

    [Fact]
    public void Running_status_goes_on_after_meta_and_system_exclusive_events_in_packets()
    {
        var song = Read(Header(1), Track([0, 0x90, 60, 100], [24, 0xFF, 1, 2, 65, 66], [0, 60, 0],
            [0, 0xF0, 2, 0x41, 0x10], [0, 0xF7, 2, 0x42, 0xF7], [0, 62, 100], [24, 62, 0]));
        Assert.Equal([(0, 6), (6, 6)], Times(song));
        Assert.True(song.Losses.IsNone);
    }

    [Fact]
    public void Times_of_events_that_are_left_out_count()
    {
        byte[] leftOut = [0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0x59, 0];
        var song = Read(Header(1), Track(leftOut, leftOut, leftOut, Note(60)));
        Assert.Equal(3 * 0x0FFFFFFF / 4.0, song.Tracks[0].Notes[0].Onset);
    }

    [Fact]
    public void Chunks_are_found_behind_wrong_lengths_and_junk()
    {
        byte[] first = Track(Note(60)), second = Track(Note(62));
        byte[] events = second[8..];
        var junk = Read(Header(2), first, [0, 0x85, 7, 1, 2, 3], second);
        Assert.Equal(new MidiLosses { StrayBytes = 6 }, junk.Losses);
        byte[][] files =
        [
            [.. Header(2), .. first, 0, 0x85, 7, 1, 2, 3, .. second],
            [.. Header(2), .. Chunk("MTrk", first[8..], 0), .. second],
            [.. Header(2), .. Chunk("MTrk", first[8..], 5), .. second],
            [.. Header(2), .. Chunk("MTrk", first[8..], 14), .. second],
            [.. Header(2), .. Chunk("MTrk", first[8..], uint.MaxValue), .. second],
            [.. Header(2), .. first, .. Chunk("MTrk", events, uint.MaxValue)],
            [.. Header(2), .. Chunk("XFIH", [1, 2, 3]), .. first, .. Chunk("XFKM", [1], 5000), .. second],
            [.. "MThd"u8, 0, 0, 0, 8, 0, 1, 0, 2, 0, 96, 1, 2, .. first, .. second],
            [.. "MThd"u8, 0, 0, 0, 0, 0, 1, 0, 2, 0, 96, .. first, .. second],
            [.. new byte[128], .. Header(2), .. first, .. second], // a MacBinary header
            [.. Header(0), .. first, .. second],
            [.. Header(2), .. Header(2), .. first, .. second],
        ];
        Assert.All(files, file => Assert.Equal(
            [60, 62], Read(file).Tracks.SelectMany(track => track.Notes).Select(note => (int)note.Pitch.Number)));
    }

    [Fact]
    public void Tracks_without_an_end_and_bytes_behind_the_end_are_read_as_they_sound()
    {
        var open = Read(Header(2), Chunk("MTrk", Note(60)), Track(Note(62)));
        Assert.Equal([(0, 6), (0, 6)], Times(open));
        Assert.True(open.Losses.IsNone);
        var behind = Read(Header(2), Chunk("MTrk", [.. Note(60), 0, 0xFF, 0x2F, 0, .. Note(70)]), Track(Note(62)));
        Assert.Equal([(0, 6), (0, 6)], Times(behind));
        Assert.Equal(new MidiLosses { StrayBytes = 8 }, behind.Losses);
    }

    [Fact]
    public void A_truncated_file_is_read_up_to_its_end()
    {
        byte[] file = [.. Header(1), .. Track(Note(60), Note(62), Note(64))];
        var song = Read(file[..^15]);
        Assert.Equal([60, 62], song.Tracks[0].Notes.Select(note => (int)note.Pitch.Number));
        Assert.True(song.Losses.IsTruncated);
    }

    [Fact]
    public void A_track_that_goes_on_with_no_event_is_read_up_to_there_and_the_others_whole()
    {
        var song = Read(Header(2), Track(Note(60), [0, 0xFF, 0x01, 0xFF, 0xFF, 0xFF, 0x7F], Note(70)), Track(Note(62)));
        Assert.Equal([60, 62], song.Tracks.SelectMany(track => track.Notes).Select(note => (int)note.Pitch.Number));
        Assert.Equal(new MidiLosses { CutTracks = 1 }, song.Losses);
    }

    [Fact]
    public void Missing_tracks_and_files_behind_the_file_are_counted()
    {
        byte[] file = [.. Header(3), .. Track(Note(60))];
        var song = Read(file, file, file);
        Assert.Equal([(0, 6)], Times(song));
        Assert.Equal(new MidiLosses { MissingTracks = 2, FurtherFiles = 2 }, song.Losses);
    }

    [Fact]
    public void A_hundred_thousand_tracks_are_read_to_the_number_that_the_format_can_write()
    {
        byte[] track = Track(Note(60));
        var song = Read(Header(0), [.. Enumerable.Repeat(track, 100_000).SelectMany(bytes => bytes)]);
        Assert.Equal((65_535, 34_465), (song.Tracks.Count, song.Losses.ExcessTracks));
    }

    [Theory]
    [InlineData("RIFF", "")]
    [InlineData("RIFF", "LIST")]
    [InlineData("RIFF", "DISP")]
    [InlineData("RIFF", "odd")]
    [InlineData("RIFF", "nested")]
    [InlineData("RF64", "")]
    public void A_RIFF_container_is_entered_wherever_its_data_stand(string riff, string before)
    {
        byte[] data = Riff("data", [.. Header(1), .. Track(Note(60), [0, 0xFF, 1, 1, 65])]);
        byte[] content = before switch
        {
            "LIST" => [.. Riff("LIST", [.. "INFO"u8, .. Riff("INAM", [.. "Tune\0"u8])]), .. data],
            "DISP" => [.. Riff("DISP", [1, 0, 0, 0, .. "Tune\0"u8]), .. data],
            "odd" => [.. Riff("DISP", [1, 2, 3])[..^1], .. data], // without the byte after an odd length
            "nested" => Riff("LIST", [.. "RMID"u8, .. data]),
            _ => data,
        };
        byte[] size = riff == "RF64" ? [255, 255, 255, 255] : BitConverter.GetBytes(content.Length + 4);
        byte[] file = [.. riff.Select(letter => (byte)letter), .. size, .. "RMID"u8, .. content, .. Riff("LIST", [.. "INFO"u8])];
        Assert.Equal([(0, 6)], Times(Read(file)));
        Assert.True(Read(file).Losses.IsNone);
    }

    [Theory]
    [InlineData("SMF2CLIP", "MIDI 2.0 clip file")]
    [InlineData("PK\u0003\u0004", "zip archive")]
    [InlineData("FORM\0\0\0\u000eXDIR", "XMI")]
    [InlineData("<?xml version", "XML")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ", "sound file")]
    [InlineData("X:1\nT:Tune", "not a MIDI file")]
    public void Another_kind_of_file_is_named(string begin, string kind)
    {
        var refused = Assert.Throws<MidiFileException>(() => Read([.. begin.Select(letter => (byte)letter), .. new byte[40]]));
        Assert.Contains(kind, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Track_names_that_are_not_UTF_8_are_taken_for_Latin_1()
    {
        Assert.Equal("Flöte", Named([.. "Fl"u8, 0xF6, .. "te"u8]));
        Assert.Equal("Flöte", Named([.. "Fl"u8, 0xC3, 0xB6, .. "te"u8]));
        static string Named(byte[] name) => Read(Header(1), Track([0, 0xFF, 3, (byte)name.Length, .. name], Note(60))).Tracks[0].Name;
    }

    [Fact]
    public void The_sustain_pedal_lengthens_notes_until_it_goes_up_or_the_pitch_is_struck_again()
    {
        // The pedal is in a track of its own.
        var song = Read(Header(2), Track(Control(0, 64, 127), Control(96, 64, 0)),
            Track(Note(60), Note(62), Note(60), Note(64, 1), [96, 0x90, 65, 100], Off(24, 65)));
        Assert.Equal([(0, 6, 6), (6, 6, 12), (12, 6, 6), (18, 6, 0), (48, 6, 0)],
            song.Tracks[1].Notes.Select(note => ((int)note.Onset, (int)note.Duration, (int)note.Pedalled)));
    }

    [Fact]
    public void Programs_and_banks_are_those_of_the_onset()
    {
        var song = Read(Header(1), Track(Note(60), [0, 0xC0, 73], Control(0, 0, 8), Note(62)));
        Assert.Equal([(0, 0), (73, 8)], song.Tracks[0].Notes.Select(note => ((int)note.Program, (int)note.Bank)));
    }

    private static IEnumerable<(int Onset, int Duration)> Times(MidiSong song) =>
        song.Tracks.SelectMany(track => track.Notes).Select(note => ((int)note.Onset, (int)note.Duration));
}
