using static ComposerPlugin.Music.Tests.MidiBytes;

namespace ComposerPlugin.Music.Tests;

public sealed class MidiVoicesTests
{
    // Steps in C major, one note after the other.
    private static readonly int[] _melody = [60, 62, 64, 65, 64, 67, 65, 64, 62, 60, 59, 60, 62, 64, 65, 67, 69, 67, 65, 64];

    [Fact]
    public void Channels_in_turn_are_one_voice()
    {
        Assert.Equal([20], Sizes(i => i % 2));
        Assert.Equal([20], Sizes(i => 1 + (i % 15)));
        Assert.Equal([20], Sizes(i => (76 - _melody[i]) / 4));
        Assert.Equal([20], Sizes(i => 8 + (i % 4)));
    }

    [Fact]
    public void Channels_of_other_programs_are_other_voices() =>
        Assert.Equal([10, 10], Sizes(Song(Notes(i => i % 2).Select((note, i) => note with { Program = (byte)(i % 2 * 40) }))));

    [Fact]
    public void Channels_that_sound_together_are_voices_of_their_own()
    {
        var bass = Notes(_ => 1).Select(note => note with { Pitch = new((byte)(note.Pitch.Number - 24)) });
        Assert.Equal([20, 20], Sizes(Song(Notes(_ => 0).Concat(bass))));
        // One long note under a melody sounds together with it.
        Assert.Equal([20, 1], Sizes(Song(Notes(_ => 0).Append(new(5, 900, new(48), 80, 1)))));
        // Four parts of a choir with one program.
        var choir = Enumerable.Range(0, 4).SelectMany(part => Notes(_ => part)
            .Select(note => note with { Pitch = new((byte)(note.Pitch.Number + 12 - (7 * part))) }));
        Assert.Equal([20, 20, 20, 20], Sizes(Song(choir)));
    }

    [Fact]
    public void Legato_over_channels_is_one_voice() =>
        Assert.Equal([20], Sizes(Song(Notes(i => i % 3).Select(note => note with { Duration = note.Duration * 1.3 }))));

    [Fact]
    public void Chords_in_an_MPE_zone_are_one_voice()
    {
        byte[][] zone = [Control(0, 101, 0), Control(0, 100, 6), Control(0, 6, 15)];
        byte[][] chords = [.. _melody.SelectMany((pitch, i) => Chord(pitch, 1 + (i % 13)))];
        Assert.Equal([60], Sizes(Read(Header(1), Track([.. zone, .. chords]))));
        // Without its configuration it is recognized too: each channel has one note at a time, and all have the same range.
        Assert.Equal([60], Sizes(Read(Header(1), Track(chords))));
    }

    [Fact]
    public void Voices_are_those_of_each_track() =>
        Assert.Equal([20, 20], MidiVoices.Of(MidiSong.Create(Meter.Common, 120, new MidiTrack("a", [.. Notes(_ => 0)]),
            new("b", [.. Notes(_ => 1)]))).Select(voice => voice.Notes.Count));

    [Fact]
    public void Channel_10_is_drums_where_it_looks_like_drums()
    {
        Assert.Equal([true], AreDrums(Song(Beat(9))));
        Assert.Equal([false], AreDrums(Song(Notes(_ => 9))));
        // Too few notes to look like a melody.
        Assert.Equal([true], AreDrums(Song(Notes(_ => 9).Take(4))));
        // Congas: few pitches, many repeated.
        var congas = Enumerable.Range(0, 40).Select(i => new MidiNote(i * 12, 3, new((byte)(62 + (i % 3))), 90, 9));
        Assert.Equal([true], AreDrums(Song(congas)));
        // A beat with hits at the same time, over two tom fills.
        Assert.Equal([true], AreDrums(Song(Beat(9).Concat(Notes(_ => 9).Take(5).Select(note => note with { Onset = note.Onset + 1000 })))));
    }

    [Fact]
    public void Drums_in_a_track_with_a_melody_of_the_same_program_stay_apart()
    {
        var voices = MidiVoices.Of(Song(Notes(_ => 0).Concat(Beat(9).Select(note => note with { Onset = note.Onset + 600 }))));
        Assert.Equal([(20, false), (32, true)], voices.Select(voice => (voice.Notes.Count, voice.IsDrums)));
    }

    [Fact]
    public void Other_channels_are_drums_by_what_the_file_says()
    {
        Assert.Equal([false], AreDrums(Song(Beat(2))));
        Assert.Equal([true], AreDrums(MidiSong.Create(Meter.Common, 120, new MidiTrack("Drum kit", [.. Beat(2)]))));
        Assert.Equal([false], AreDrums(MidiSong.Create(Meter.Common, 120, new MidiTrack("Steel drums", [.. Notes(_ => 2)]))));
        Assert.Equal([true], AreDrums(Song(Beat(2).Select(note => note with { Bank = 120 }))));
        Assert.Equal([true], AreDrums(Song(Beat(2).Select(note => note with { Bank = 127 }))));
        Assert.Equal([true], AreDrums(Song(Beat(2).Select(note => note with { Program = 116 }))));
        Assert.Equal([false], AreDrums(Song(Notes(_ => 2).Select(note => note with { Program = 118 }))));
        byte[][] notes = [.. _melody.Select(pitch => Note(pitch, 10))];
        byte[] gs = [0, 0xF0, 10, 0x41, 0x10, 0x42, 0x12, 0x40, 0x1A, 0x15, 0x02, 0x0F, 0xF7];
        byte[] xg = [0, 0xF0, 8, 0x43, 0x10, 0x4C, 0x08, 10, 0x07, 0x02, 0xF7];
        Assert.Equal([true], AreDrums(Read(Header(1), Track([gs, .. notes]))));
        Assert.Equal([true], AreDrums(Read(Header(1), Track([xg, .. notes]))));
        // GS part 0 is channel 10; mode 0 is melodic.
        byte[] melodic = [0, 0xF0, 10, 0x41, 0x10, 0x42, 0x12, 0x40, 0x10, 0x15, 0x00, 0x1B, 0xF7];
        Assert.Equal([false], AreDrums(Read(Header(1), Track([melodic, .. Enumerable.Repeat(Note(36, 9), 9)]))));
    }

    [Fact]
    public void The_melodic_notes_of_a_track_are_those_without_its_drums()
    {
        var song = Song(Notes(_ => 0).Concat(Beat(9)));
        Assert.Equal(_melody, MidiVoices.Melodic(song, song.Tracks[0]).Select(note => (int)note.Pitch.Number));
        var one = Song(Notes(_ => 3));
        Assert.Same(one.Tracks[0].Notes, MidiVoices.Melodic(one, one.Tracks[0]));
    }

    private static byte[][] Chord(int pitch, int channel) =>
    [
        On(0, pitch, channel), On(0, pitch + 4, channel + 1), On(0, pitch + 7, channel + 2),
        Off(24, pitch, channel), Off(0, pitch + 4, channel + 1), Off(0, pitch + 7, channel + 2),
    ];

    private static IEnumerable<MidiNote> Notes(Func<int, int> channel) =>
        _melody.Select((pitch, i) => new MidiNote(i * 24, 22, new((byte)pitch), 90, (byte)channel(i)));

    // Kick, hi-hat, snare, hi-hat, and a hi-hat with each kick.
    private static IEnumerable<MidiNote> Beat(int channel) => Enumerable.Range(0, 32)
        .Select(i => new MidiNote(i / 2 * 12, 6, new((byte)(i % 2 == 0 ? 42 : i % 4 == 1 ? 36 : 38)), 90, (byte)channel));

    private static MidiSong Song(IEnumerable<MidiNote> notes) => MidiSong.Create(
        Meter.Common, 120, new MidiTrack("", [.. notes.OrderBy(note => note.Onset).ThenBy(note => note.Pitch)]));

    private static IEnumerable<int> Sizes(Func<int, int> channel) => Sizes(Song(Notes(channel)));

    private static IEnumerable<int> Sizes(MidiSong song) => MidiVoices.Of(song).Select(voice => voice.Notes.Count);

    private static IEnumerable<bool> AreDrums(MidiSong song) => MidiVoices.Of(song).Select(voice => voice.IsDrums);
}
