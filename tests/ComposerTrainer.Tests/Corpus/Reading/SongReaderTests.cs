using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

public class SongReaderTests
{
    private static readonly Phrase _tune = TestTunes.Tune(1);

    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(0.4)]
    [InlineData(-0.3)]
    public void A_constant_offset_from_the_grid_is_removed(double late)
    {
        var song = TestTunes.Song(_tune, Math.Max(0, late));
        if (late < 0)
            song = Change(song, note => note with { Onset = Math.Max(0, note.Onset + late) });
        var melody = SongReader.Read(song);
        Assert.Equal(Times(_tune), Times(melody.Tunes[0].Phrase));
        Assert.True(melody.LargestMove <= Math.Abs(late) + 1e-9);
    }

    [Fact]
    public void Uneven_onsets_move_to_the_nearest_tick()
    {
        var random = new Random(3);
        var song = Change(TestTunes.Song(_tune),
            note => note with { Onset = note.Onset + (note.Onset > 0 ? (random.NextDouble() * 0.6) - 0.3 : 0) });
        Assert.Equal(_tune.Select(note => note.Onset), SongReader.Read(song).Tunes[0].Phrase.Select(note => note.Onset));
    }

    [Fact]
    public void A_grace_note_is_dropped_and_its_main_note_takes_its_onset()
    {
        var song = TestTunes.Song(_tune);
        var main = song.Tracks[0].Notes[5];
        MidiNote[] notes =
        [
            .. song.Tracks[0].Notes.Take(5),
            main with { Duration = 0.5, Pitch = new(90) },
            main with { Onset = main.Onset + 0.5, Duration = main.Duration - 0.5 },
            .. song.Tracks[0].Notes.Skip(6),
        ];
        var melody = SongReader.Read(WithNotes(song, notes));
        Assert.Equal(1, melody.GraceNotes);
        Assert.Equal(Times(_tune), Times(melody.Tunes[0].Phrase));
    }

    [Fact]
    public void A_note_that_overlaps_the_next_is_shortened()
    {
        var song = Change(TestTunes.Song(_tune), note => note with { Duration = note.Duration + 3 });
        var melody = SongReader.Read(song);
        Assert.Equal(_tune.Count - 1, melody.Overlaps);
        Assert.Equal(_tune.SkipLast(1).Select(note => note.Duration), melody.Tunes[0].Phrase.SkipLast(1).Select(note => note.Duration));
    }

    [Fact]
    public void Only_the_highest_note_of_a_chord_stays()
    {
        var song = TestTunes.Song(_tune);
        var chordTone = song.Tracks[0].Notes[9] with { Pitch = new(40) };
        var melody = SongReader.Read(WithNotes(song, [.. song.Tracks[0].Notes, chordTone]));
        Assert.Equal(1, melody.ChordNotes);
        Assert.Equal(_tune.Select(note => note.Pitch), melody.Tunes[0].Phrase.Select(note => note.Pitch));
    }

    [Fact]
    public void The_melody_is_the_track_with_most_notes_except_chords_and_drums()
    {
        var song = TestTunes.Song(_tune);
        var chords = new MidiTrack(
            "chords", [.. Enumerable.Range(0, 400).Select(i => new MidiNote(i / 4 * 24, 24, new((byte)(40 + (i % 4))), 60, 1))]);
        var drums = new MidiTrack("drums", [.. Enumerable.Range(0, 500).Select(i => new MidiNote(i * 6, 3, new(36), 100, 9))]);
        var melody = SongReader.Read(song with { Tracks = [drums, chords, song.Tracks[0]] });
        Assert.Equal(_tune.Select(note => note.Pitch), melody.Tunes[0].Phrase.Select(note => note.Pitch));
    }

    [Fact]
    public void A_track_with_several_channels_is_split()
    {
        var song = TestTunes.Song(_tune);
        var bass = Enumerable.Range(0, 300).Select(i => new MidiNote(i * 12, 12, new((byte)(36 + (i % 5))), 60, 2));
        var read = SongReader.Read(WithNotes(song, [.. song.Tracks[0].Notes, .. bass]));
        Assert.Equal(_tune.Select(note => note.Pitch), read.Tunes[0].Phrase.Select(note => note.Pitch));
    }

    [Fact]
    public void Segments_in_each_meter_become_tunes_that_begin_at_their_bar_lines()
    {
        int end = 8 * _tune.Meter.BarTicks;
        var song = TestTunes.Song(_tune);
        var read = SongReader.Read(song with { Meters = [.. song.Meters, new(end, new(4, 4))] });
        Assert.Equal([_tune.Meter, new(4, 4)], read.Tunes.Select(tune => tune.Phrase.Meter));
        Assert.Equal(_tune.Count, read.Tunes.Sum(tune => tune.Phrase.Count));
        Assert.Equal(BarLineSource.Given, read.Tunes[1].BarLines.Source);
        Assert.Equal(_tune.Where(note => note.Onset >= end).Select(note => note.Onset - end),
            read.Tunes[1].Phrase.Select(note => note.Onset));
    }

    [Fact]
    public void A_segment_with_too_few_notes_is_omitted_and_its_notes_are_counted()
    {
        var song = TestTunes.Song(_tune);
        var read = SongReader.Read(song with { Meters = [.. song.Meters, new(_tune[^5].Onset, new(4, 4))] });
        Assert.Single(read.Tunes);
        Assert.Equal(5, read.LostNotes);
    }

    [Fact]
    public void A_short_first_bar_in_a_meter_of_its_own_is_a_pickup()
    {
        var meter = new Meter(3, 4);
        var tune = TestTunes.Tune(5, meter, pickup: 24);
        var song = TestTunes.Song(tune, accents: false) with { Meters = [new(0, new(1, 4)), new(24, meter)] };
        var read = Assert.Single(SongReader.Read(song).Tunes);
        Assert.Equal(tune.Select(note => (note.Onset, note.Duration)), Times(read.Phrase));
        Assert.Equal(BarLineSource.Given, read.BarLines.Source);
    }

    [Fact]
    public void Too_few_notes_are_refused()
    {
        var song = TestTunes.Song(new(new(4, 4), _tune.Take(5)));
        var exception = Assert.Throws<BadInputException>(() => SongReader.Read(song));
        Assert.Contains("too few notes (5; a tune needs 8)", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6, 8, 12)]
    [InlineData(6, 8, 6)]
    [InlineData(4, 4, 24)]
    [InlineData(4, 4, 12)]
    [InlineData(2, 4, 12)]
    [InlineData(3, 4, 24)]
    [InlineData(9, 8, 12)]
    public void A_pickup_at_the_start_of_the_file_is_found(int numerator, int denominator, int pickup)
    {
        var meter = new Meter(numerator, denominator);
        foreach (bool accents in (bool[])[true, false])
        {
            var tune = TestTunes.Tune(7, meter, pickup);
            var melody = SongReader.Read(TestTunes.Song(tune, late: 0.05, accents));
            Assert.Equal(accents ? BarLineSource.Accents : BarLineSource.Fit, melody.Tunes[0].BarLines.Source);
            Assert.Equal(meter.BarTicks - pickup, melody.Tunes[0].Phrase[0].Onset);
            Assert.True(NoteEncoder.IsPickup(melody.Tunes[0].Phrase[0].Onset, meter));
            Assert.Equal(Times(tune), Times(melody.Tunes[0].Phrase));
        }
    }

    [Fact]
    public void A_tune_without_pickup_begins_on_a_bar_line()
    {
        foreach (bool accents in (bool[])[true, false])
            Assert.Equal(0, SongReader.Read(TestTunes.Song(TestTunes.Tune(11), accents: accents)).Tunes[0].Phrase[0].Onset);
    }

    [Fact]
    public void Silent_bars_before_the_tune_are_removed()
    {
        var song = Change(TestTunes.Song(_tune), note => note with { Onset = note.Onset + (3 * _tune.Meter.BarTicks) });
        Assert.Equal(Times(_tune), Times(SongReader.Read(song).Tunes[0].Phrase));
    }

    [Fact]
    public void A_long_silence_inside_a_tune_is_shortened_by_whole_bars()
    {
        int bar = _tune.Meter.BarTicks, from = 8 * bar;
        var song = Change(TestTunes.Song(_tune), note => note with { Onset = note.Onset + (note.Onset >= from ? 10 * bar : 0) });
        var read = SongReader.Read(song);
        Assert.Equal(8, read.SilentBars);
        Assert.Equal(_tune.Select(note => note.Onset + (note.Onset >= from ? 2 * bar : 0)),
            read.Tunes[0].Phrase.Select(note => note.Onset));
    }

    [Fact]
    public void Notes_played_without_a_beat_are_refused_with_their_deviation()
    {
        var random = new Random(4);
        MidiNote[] notes = [.. Enumerable.Range(0, 200)
            .Select(i => new MidiNote((i * 17) + (random.NextDouble() * 17), 10, new((byte)(60 + (i % 9))), 80, 0))];
        var song = MidiSong.Create(new(4, 4), 120, new MidiTrack("", notes));
        var exception = Assert.Throws<BadInputException>(() => SongReader.Read(song));
        Assert.Matches(@"^not on a grid \(onsets are \d\.\d\d ticks from the nearest position of the best grid, "
            + @"\d+% of the distance of random onsets", exception.Message);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.8)]
    public void Notes_played_roughly_on_the_beat_are_accepted(double ticks)
    {
        var random = new Random(4);
        double Deviation() => ticks * ((random.NextDouble() * 2) - 1);
        var read = SongReader.Read(Change(TestTunes.Song(_tune), note => note with { Onset = Math.Max(0, note.Onset + Deviation()) }));
        Assert.InRange(read.MeanMove, 0.1, 0.5);
        Assert.InRange(read.LargestMove, 0.3, 1);
    }

    [Fact]
    public void One_repeated_note_is_refused()
    {
        var song = Change(TestTunes.Song(_tune), note => note with { Pitch = new(60) });
        Assert.Contains("only one pitch (C4", Assert.Throws<BadInputException>(() => SongReader.Read(song)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Drums_are_read_only_on_request()
    {
        var drums = new MidiTrack(
            "drums", [.. Enumerable.Range(0, 64).Select(i => new MidiNote(i * 12, 0.1, new((byte)(36 + (i % 3))), 100, 9))]);
        var song = MidiSong.Create(new(4, 4), 120, drums);
        Assert.Contains("drums only", Assert.Throws<BadInputException>(() => SongReader.Read(song)).Message, StringComparison.Ordinal);
        Assert.Equal(64, SongReader.Read(song, new(Drums: true)).Tunes[0].Phrase.Count);
    }

    [Fact]
    public void All_voices_become_one_polyphonic_tune_with_its_melody()
    {
        var song = TestTunes.Song(_tune);
        var bass = new MidiTrack(
            "bass", [.. song.Tracks[0].Notes.Where((_, i) => i % 4 == 0).Select(note => note with { Pitch = new(40), Channel = 1 })]);
        var read = SongReader.Read(song with { Tracks = [bass, song.Tracks[0]] }, new(AllVoices: true, Chords: ChordHandling.Keep));
        var tune = Assert.Single(read.Tunes);
        Assert.Equal(_tune.Count + bass.Notes.Count, tune.Phrase.Count);
        Assert.Equal(_tune.Select(note => (note.Onset, note.Pitch)), tune.Melody.Select(note => (note.Onset, note.Pitch)));
        Assert.Equal(2, TuneFeatures.Polyphony(tune.Phrase));
    }

    [Fact]
    public void Split_chords_give_a_tune_for_each_line()
    {
        var song = TestTunes.Song(_tune);
        var octaves = song.Tracks[0].Notes.Select(note => note with { Pitch = note.Pitch.Transpose(-12) });
        var read = SongReader.Read(WithNotes(song, [.. song.Tracks[0].Notes, .. octaves]), new(Chords: ChordHandling.Split));
        Assert.Equal([_tune, TestTunes.Transposed(_tune, -12)], read.Tunes.Select(
            tune => new Phrase(tune.Phrase.Meter, tune.Phrase.Zip(_tune, (note, original) => note with { Velocity = original.Velocity }))));
    }

    [Fact]
    public void A_repeated_pitch_ends_the_longest_earlier_note()
    {
        List<Note> notes = [new(0, 24, new(60), 80), new(0, 48, new(60), 70), new(24, 24, new(60), 80), new(24, 24, new(64), 80)];
        Assert.Equal(2, Lines.EndAtRepeat(notes));
        Assert.Equal([new(0, 24, new(60), 70), new(24, 24, new(60), 80), new(24, 24, new(64), 80)], notes);
    }

    private static IEnumerable<(int, int)> Times(Phrase phrase) => phrase.Select(note => (note.Onset, note.Duration));

    private static MidiSong WithNotes(MidiSong song, IReadOnlyList<MidiNote> notes) =>
        song with { Tracks = [new("", [.. notes.OrderBy(note => note.Onset).ThenBy(note => note.Pitch)])] };

    private static MidiSong Change(MidiSong song, Func<MidiNote, MidiNote> change) =>
        WithNotes(song, [.. song.Tracks[0].Notes.Select(change)]);
}
