using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Sessions;

/// <summary>Keys pressed and let go in any order, some of them twice; each note has an id of its own.</summary>
/// <param name="random">What is played.</param>
internal sealed class HostilePlayer(Random random)
{
    private readonly List<(short Channel, short Pitch, int Id)> _held = [];
    private int _lastId;

    /// <summary>The ids of the notes that were played.</summary>
    public int Notes => _lastId;

    /// <summary>Plays in a block: a phrase of some notes goes on for some blocks, then there is a rest.</summary>
    public void Play(EventListObject input, int frames, bool isResting)
    {
        for (int i = random.Next(4); i > 0 && !isResting; i--)
            Press(input, frames);
        for (int i = random.Next(isResting ? _held.Count + 1 : 4); i > 0 && _held.Count > 0; i--)
            Release(input, random.Next(_held.Count), random.Next(Math.Max(frames, 1)));
    }

    /// <summary>Lets go of all keys.</summary>
    public void ReleaseAll(EventListObject input)
    {
        while (_held.Count > 0)
            Release(input, 0, 0);
    }

    private void Press(EventListObject input, int frames)
    {
        var (channel, pitch, id) = ((short)random.Next(random.Next(8) == 0 ? 16 : 2), (short)random.Next(30, 100), ++_lastId);
        _held.Add((channel, pitch, id));
        input.Insert(new()
        {
            // Some hosts give offsets outside the block.
            SampleOffset = random.Next(50) == 0 ? random.Next() : random.Next(Math.Max(frames, 1)),
            Type = EventType.NoteOn,
            NoteOn = new() { Channel = channel, Pitch = pitch, Velocity = 0.1f + (0.9f * random.NextSingle()), NoteId = id },
        });
    }

    private void Release(EventListObject input, int index, int offset)
    {
        var (channel, pitch, id) = _held[index];
        _held.RemoveAt(index);
        bool isZeroVelocity = random.Next(6) == 0;
        // After all that is in the block already, so that no note ends before it begins.
        int last = input.Count == 0 ? offset : Math.Max(offset, input[input.Count - 1].SampleOffset);
        var off = new Event { SampleOffset = last, Type = isZeroVelocity ? EventType.NoteOn : EventType.NoteOff };
        if (isZeroVelocity)
            off.NoteOn = new() { Channel = channel, Pitch = pitch, NoteId = id };
        else
            off.NoteOff = new() { Channel = channel, Pitch = pitch, NoteId = id };
        input.Insert(off);
    }
}
