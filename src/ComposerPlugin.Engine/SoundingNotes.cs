using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] The notes of answers that sound now. Nothing else begins or ends a note of an answer, so that every note-on gets its note-off.
/// </summary>
public sealed class SoundingNotes
{
    private readonly Sounding[] _sounding = new Sounding[Pitch.Count];
    private readonly OutputNotes _output;
    private int _count;

    /// <summary>Writes ons and offs there.</summary>
    public SoundingNotes(OutputNotes output) => _output = output;

    /// <summary>[audio] Begins a note; one of the same pitch that still sounds ends first. False when the block has no room for it.</summary>
    public bool Begin(int frame, byte channel, Pitch pitch, byte velocity, long endTick)
    {
        if (!_output.HasRoomToBegin)
            return false;
        End(pitch, frame);
        _output.TryAdd(new(frame, true, channel, pitch, velocity));
        _sounding[pitch.Number] = new(true, channel, endTick);
        _count++;
        return true;
    }

    /// <summary>[audio] Ends every note whose time is over at a tick.</summary>
    public void EndThrough(long tick, int frame)
    {
        if (_count == 0)
            return;
        for (int pitch = 0; pitch < _sounding.Length; pitch++)
        {
            if (_sounding[pitch].IsOn && _sounding[pitch].EndTick <= tick)
                End(new((byte)pitch), frame);
        }
    }

    /// <summary>[audio] Ends every note now.</summary>
    public void EndAll(int frame) => EndThrough(long.MaxValue, frame);

    private void End(Pitch pitch, int frame)
    {
        ref var note = ref _sounding[pitch.Number];
        if (!note.IsOn || !_output.TryAdd(new(frame, false, note.Channel, pitch, 0)))
            return;
        note = default;
        _count--;
    }

    private readonly record struct Sounding(bool IsOn, byte Channel, long EndTick);
}
