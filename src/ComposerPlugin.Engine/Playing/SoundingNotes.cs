using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] The notes of answers that sound. Only this class begins and ends notes of answers, so that every note-on gets its note-off.
/// </summary>
public sealed class SoundingNotes
{
    private readonly Sounding[] _sounding = new Sounding[Pitch.Count];
    private readonly OutputNotes _output;
    private readonly WindowFeed? _window;
    private int _count;

    /// <summary>Writes note-ons and note-offs there, and reports them to a window.</summary>
    public SoundingNotes(OutputNotes output, WindowFeed? window = null) => (_output, _window) = (output, window);

    /// <summary>[audio] The position at which the next note ends, in ticks, or an earlier one; infinite if none sounds.</summary>
    public double NextEnd { get; private set; } = double.PositiveInfinity;

    /// <summary>[audio] Begins a note; a sounding one of the same pitch ends first. False if the block has no room for it.</summary>
    /// <param name="note">The note.</param>
    /// <param name="position">Its position, in ticks.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="channel">The channel to play on.</param>
    internal bool Begin(in ScheduledNote note, double position, int frame, byte channel)
    {
        if (!_output.HasRoomToBegin)
            return false;
        var pitch = note.Note.Pitch;
        End(pitch, position, frame);
        _output.TryAdd(new(frame, true, channel, pitch, note.Note.Velocity, note.AnswerId));
        _window?.AnswerOn(position, pitch, note.Note.Velocity, note.AnswerId, note.Index);
        _sounding[pitch.Number] = new(true, channel, note.End, note.AnswerId, note.Index);
        _count++;
        NextEnd = Math.Min(NextEnd, note.End);
        return true;
    }

    /// <summary>[audio] Ends the notes that are over at a position, in ticks.</summary>
    public void EndThrough(double position, int frame) => EndThrough(position, position, frame);

    /// <summary>[audio] Ends all notes at a position, in ticks.</summary>
    public void EndAll(double position, int frame) => EndThrough(double.PositiveInfinity, position, frame);

    private void EndThrough(double end, double position, int frame)
    {
        if (_count == 0)
            return;
        NextEnd = double.PositiveInfinity;
        for (int pitch = 0; pitch < _sounding.Length; pitch++)
        {
            if (!_sounding[pitch].IsOn)
                continue;
            if (_sounding[pitch].End <= end)
                End(new((byte)pitch), position, frame);
            else
                NextEnd = Math.Min(NextEnd, _sounding[pitch].End);
        }
    }

    private void End(Pitch pitch, double position, int frame)
    {
        ref var note = ref _sounding[pitch.Number];
        if (!note.IsOn || !_output.TryAdd(new(frame, false, note.Channel, pitch, 0, note.AnswerId)))
            return;
        _window?.AnswerOff(position, pitch, note.AnswerId, note.Index);
        note = default;
        _count--;
    }

    private readonly record struct Sounding(bool IsOn, byte Channel, double End, int AnswerId, int Index);
}
