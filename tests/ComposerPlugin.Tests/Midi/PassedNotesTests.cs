using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

/// <summary>Hosts whose list of events has room for few.</summary>
public sealed class PassedNotesTests : IDisposable
{
    private readonly InstanceStage _stage = new();

    public PassedNotesTests() => _stage.Hosted.Activate(48000, 512);

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void A_note_off_that_the_host_refuses_is_sent_again_until_it_is_taken()
    {
        Assert.Equal(["on 60", "on 64", "on 67"], Play(room: 99, On(60), On(64), On(67)));
        Assert.Equal(["off 60"], Play(room: 1, Off(60), Off(64), Off(67)));
        Assert.Equal([], Play(room: 0));
        Assert.Equal(["off 64"], Play(room: 1));
        Assert.Equal(["off 67", "on 64"], Play(room: 99, On(64)));
        Assert.Equal(["off 64"], Play(room: 99, Off(64)));
        Assert.Equal([], Play(room: 99));
    }

    [Fact]
    public void No_note_off_is_sent_again_for_a_note_that_the_host_refused()
    {
        Assert.Equal([], Play(room: 0, On(60)));
        Assert.Equal([], Play(room: 0, Off(60)));
        Assert.Equal([], Play(room: 99));
    }

    private static Event On(short pitch) =>
        new() { Type = EventType.NoteOn, NoteOn = new() { Pitch = pitch, Velocity = 0.5f, NoteId = -1 } };

    private static Event Off(short pitch) => new() { Type = EventType.NoteOff, NoteOff = new() { Pitch = pitch, NoteId = -1 } };

    private List<string> Play(int room, params Event[] events)
    {
        var output = _stage.Hosted.OutputEvents;
        output.Room = room;
        foreach (var one in events)
            _stage.Hosted.InputEvents.Add(one);
        Assert.True(_stage.Hosted.Process(64, default));
        return [.. Enumerable.Range(0, output.Count)
            .Select(i => $"{(output[i].Type == EventType.NoteOn ? "on" : "off")} {output[i].NoteOff.Pitch}")];
    }
}
