using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

public class MelodyReaderTests
{
    private static readonly Phrase _tune = TestTunes.Tune(1);

    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(0.4)]
    [InlineData(-0.3)]
    public void Onsets_that_are_all_alike_off_the_grid_are_put_back(double late)
    {
        var song = TestTunes.Song(_tune, Math.Max(0, late));
        if (late < 0)
            song = Changed(song, note => note with { Onset = Math.Max(0, note.Onset + late) });
        var melody = MelodyReader.Read(song);
        Assert.Equal(Times(_tune), Times(melody.Phrase));
        Assert.True(melody.LargestMove <= Math.Abs(late) + 1e-9);
    }

    [Fact]
    public void Uneven_onsets_go_to_the_nearest_tick()
    {
        var random = new Random(3);
        var song = Changed(TestTunes.Song(_tune), note => note with { Onset = note.Onset + (note.Onset > 0 ? (random.NextDouble() * 0.6) - 0.3 : 0) });
        Assert.Equal(_tune.Select(note => note.Onset), MelodyReader.Read(song).Phrase.Select(note => note.Onset));
    }

    [Fact]
    public void A_grace_note_is_dropped_and_its_note_takes_its_place()
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
        var melody = MelodyReader.Read(Of(song, notes));
        Assert.Equal(1, melody.GraceNotes);
        Assert.Equal(Times(_tune), Times(melody.Phrase));
    }

    [Fact]
    public void A_note_that_overlaps_the_next_ends_there()
    {
        var song = Changed(TestTunes.Song(_tune), note => note with { Duration = note.Duration + 3 });
        var melody = MelodyReader.Read(song);
        Assert.Equal(_tune.Count - 1, melody.Overlaps);
        Assert.Equal(_tune.SkipLast(1).Select(note => note.Duration), melody.Phrase.SkipLast(1).Select(note => note.Duration));
    }

    [Fact]
    public void Of_a_chord_the_highest_note_stays()
    {
        var song = TestTunes.Song(_tune);
        var chordTone = song.Tracks[0].Notes[9] with { Pitch = new(40) };
        var melody = MelodyReader.Read(Of(song, [.. song.Tracks[0].Notes, chordTone]));
        Assert.Equal(1, melody.ChordNotes);
        Assert.Equal(_tune.Select(note => note.Pitch), melody.Phrase.Select(note => note.Pitch));
    }

    [Fact]
    public void The_melody_is_the_fullest_track_without_chords_and_drums()
    {
        var song = TestTunes.Song(_tune);
        var chords = new MidiTrack("chords", [.. Enumerable.Range(0, 400).Select(i => new MidiNote(i / 4 * 24, 24, new((byte)(40 + (i % 4))), 60, 1))]);
        var drums = new MidiTrack("drums", [.. Enumerable.Range(0, 500).Select(i => new MidiNote(i * 6, 3, new(36), 100, 9))]);
        var melody = MelodyReader.Read(song with { Tracks = [drums, chords, song.Tracks[0]] });
        Assert.Equal(_tune.Select(note => note.Pitch), melody.Phrase.Select(note => note.Pitch));
    }

    [Fact]
    public void Where_the_meter_changes_the_passage_before_is_kept()
    {
        int end = 8 * _tune.Meter.BarTicks;
        var song = TestTunes.Song(_tune);
        var melody = MelodyReader.Read(song with { Meters = [.. song.Meters, new(end, new(4, 4))] });
        Assert.Equal(_tune.Meter, melody.Phrase.Meter);
        Assert.Equal(_tune.Count(note => note.Onset < end), melody.Phrase.Count);
    }

    [Fact]
    public void Too_few_notes_are_no_melody()
    {
        var song = TestTunes.Song(new(new(4, 4), _tune.Take(5)));
        var exception = Assert.Throws<BadInputException>(() => MelodyReader.Read(song));
        Assert.Contains("only 5 notes", exception.Message, StringComparison.Ordinal);
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
            var melody = MelodyReader.Read(TestTunes.Song(tune, late: 0.05, accents));
            Assert.Equal(accents, melody.BarLines.Heard);
            Assert.Equal(meter.BarTicks - pickup, melody.Phrase[0].Onset);
            Assert.True(NoteEncoder.IsPickup(melody.Phrase[0].Onset, meter));
            Assert.Equal(Times(tune), Times(melody.Phrase));
        }
    }

    [Fact]
    public void A_tune_without_pickup_begins_on_a_bar_line()
    {
        foreach (bool accents in (bool[])[true, false])
            Assert.Equal(0, MelodyReader.Read(TestTunes.Song(TestTunes.Tune(11), accents: accents)).Phrase[0].Onset);
    }

    [Fact]
    public void Silent_bars_before_the_tune_are_left_out()
    {
        var song = Changed(TestTunes.Song(_tune), note => note with { Onset = note.Onset + (3 * _tune.Meter.BarTicks) });
        Assert.Equal(Times(_tune), Times(MelodyReader.Read(song).Phrase));
    }

    private static IEnumerable<(int, int)> Times(Phrase phrase) => phrase.Select(note => (note.Onset, note.Duration));

    private static MidiSong Of(MidiSong song, IReadOnlyList<MidiNote> notes) =>
        song with { Tracks = [new("", [.. notes.OrderBy(note => note.Onset).ThenBy(note => note.Pitch)])] };

    private static MidiSong Changed(MidiSong song, Func<MidiNote, MidiNote> change) => Of(song, [.. song.Tracks[0].Notes.Select(change)]);
}
