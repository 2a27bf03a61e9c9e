using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Interaction;

public class TempoMapTests
{
    [Fact]
    public void Changes_are_collected_from_all_tracks_with_their_times()
    {
        var file = new MidiFile([
            Tracks.Of(new SetTempoEvent(400000), new TimeSignatureEvent(3, 4), new SetTempoEvent(600000) { DeltaTime = 96 }),
            Tracks.Of(new SetTempoEvent(300000) { DeltaTime = 48 }, new TimeSignatureEvent(6, 8) { DeltaTime = 240 })]);

        Assert.Equal([(0, 400000), (48, 300000), (96, 600000)], Tempi(file));
        Assert.Equal([(0, "3/4"), (288, "6/8")], Meters(file));
    }

    [Fact]
    public void Events_that_change_nothing_are_not_listed()
    {
        var file = new MidiFile([Tracks.Of(
            new SetTempoEvent(500000),
            new TimeSignatureEvent(4, 4),
            new SetTempoEvent(400000) { DeltaTime = 10 },
            new SetTempoEvent(400000) { DeltaTime = 10 })]);

        Assert.Equal([(10, 400000)], Tempi(file));
        Assert.Empty(Meters(file));
    }

    [Fact]
    public void The_last_of_several_changes_at_one_time_holds()
    {
        var file = new MidiFile([
            Tracks.Of(new SetTempoEvent(400000), new SetTempoEvent(500000)),
            Tracks.Of(new TimeSignatureEvent(2, 4), new TimeSignatureEvent(5, 8))]);

        Assert.Empty(Tempi(file));
        Assert.Equal([(0, "5/8")], Meters(file));
    }

    [Fact]
    public void A_change_back_to_the_previous_tempo_at_one_time_is_not_listed()
    {
        var file = new MidiFile([Tracks.Of(
            new SetTempoEvent(400000) { DeltaTime = 10 },
            new SetTempoEvent(300000) { DeltaTime = 10 },
            new SetTempoEvent(400000),
            new SetTempoEvent(200000) { DeltaTime = 20 })]);

        Assert.Equal([(10, 400000), (40, 200000)], Tempi(file));
    }

    [Fact]
    public void A_tempo_is_also_given_in_beats_per_minute()
    {
        Assert.Equal(120, Tempo.Default.BeatsPerMinute);
        Assert.Equal(90, new Tempo(666_666).BeatsPerMinute, 3);
    }

    [Fact]
    public void An_invalid_tempo_or_meter_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tempo(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeSignature(0, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeSignature(4, 6));
    }

    [Fact]
    public void Many_changes_are_collected_in_linear_time()
    {
        const int Count = 100_000;
        var tempos = Enumerable.Range(0, Count).Select(i => new SetTempoEvent(i % 2 + 400000) { DeltaTime = 1 });

        Assert.Equal(Count, Tempi(new MidiFile([Tracks.Of(tempos)])).Count());
    }

    private static IEnumerable<(long, long)> Tempi(MidiFile file) =>
        file.GetTempoMap().GetTempoChanges().Select(change => (change.Time, change.Value.MicrosecondsPerQuarterNote));

    private static IEnumerable<(long, string)> Meters(MidiFile file) => file.GetTempoMap().GetTimeSignatureChanges()
        .Select(change => (change.Time, $"{change.Value.Numerator}/{change.Value.Denominator}"));
}
