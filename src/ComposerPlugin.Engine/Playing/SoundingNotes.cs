using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] The notes of answers that sound. Only this class begins and ends notes of answers, so that every note-on gets its note-off.
/// </summary>
public sealed class SoundingNotes
{
    private readonly Sounding[] _sounding = new Sounding[Pitch.Count];
    private readonly OutputNotes _output;
    private int _count;

    /// <summary>Writes note-ons and note-offs there.</summary>
    public SoundingNotes(OutputNotes output) => _output = output;

    /// <summary>[audio] The position at which the next note ends, in ticks, or an earlier one; infinite if none sounds.</summary>
    public double NextEnd { get; private set; } = double.PositiveInfinity;

    /// <summary>[audio] Begins a note; a sounding one of the same pitch ends first. False if the block has no room for it.</summary>
    /// <param name="frame">Its frame.</param>
    /// <param name="channel">The channel to play on.</param>
    /// <param name="pitch">Its pitch.</param>
    /// <param name="velocity">Its velocity, 1 to 127.</param>
    /// <param name="end">Where it ends, in ticks.</param>
    public bool Begin(int frame, byte channel, Pitch pitch, byte velocity, double end)
    {
        if (!_output.HasRoomToBegin)
            return false;
        End(pitch, frame);
        _output.TryAdd(new(frame, true, channel, pitch, velocity));
        _sounding[pitch.Number] = new(true, channel, end);
        _count++;
        NextEnd = Math.Min(NextEnd, end);
        return true;
    }

    /// <summary>[audio] Ends the notes that are over at a position, in ticks.</summary>
    public void EndThrough(double position, int frame)
    {
        if (_count == 0)
            return;
        NextEnd = double.PositiveInfinity;
        for (int pitch = 0; pitch < _sounding.Length; pitch++)
        {
            if (!_sounding[pitch].IsOn)
                continue;
            if (_sounding[pitch].End <= position)
                End(new((byte)pitch), frame);
            else
                NextEnd = Math.Min(NextEnd, _sounding[pitch].End);
        }
    }

    /// <summary>[audio] Ends all notes now.</summary>
    public void EndAll(int frame) => EndThrough(double.PositiveInfinity, frame);

    private void End(Pitch pitch, int frame)
    {
        ref var note = ref _sounding[pitch.Number];
        if (!note.IsOn || !_output.TryAdd(new(frame, false, note.Channel, pitch, 0)))
            return;
        note = default;
        _count--;
    }

    private readonly record struct Sounding(bool IsOn, byte Channel, double End);
}
