using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// Feeds what sounds to the piece, reduced to the polyphony of the style. Notes that begin together are held back until a later
/// one comes, since only then it is known which they are and, in a melody, how long the last may sound.
/// </summary>
/// <param name="piece">The piece.</param>
/// <param name="polyphony">How many notes may begin together; 1 also means that none overlap.</param>
/// <param name="former">Whose notes that are held back to take over; null for none.</param>
internal sealed class InputReducer(ModelContext piece, int polyphony, InputReducer? former = null)
{
    // By rising pitch, all with one onset; of more than there is room for, the highest.
    private readonly TimedNote[] _held = Take(former, polyphony);
    private int _count = Math.Min(former?._count ?? 0, polyphony);

    /// <summary>Whether nothing is held back.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Forgets what is held back.</summary>
    public void Clear() => _count = 0;

    /// <summary>Takes a note. One that comes too late begins with the latest ones; a melody leaves it out.</summary>
    public void Hear(TimedNote note)
    {
        if (_count > 0 && note.Onset > _held[0].Onset)
            Flush(note.Onset);
        long earliest = _count > 0 ? _held[0].Onset : piece.HasNotes ? piece.Onset + (polyphony == 1 ? 1 : 0) : note.Onset;
        if (note.Onset < earliest && polyphony == 1)
            return;
        Hold(note with { Onset = Math.Max(note.Onset, earliest) });
    }

    /// <summary>Gives the piece what is held back.</summary>
    /// <param name="next">The onset of the note that comes after, which ends a melody's note.</param>
    public void Flush(long next = long.MaxValue)
    {
        for (int i = 0; i < _count; i++)
        {
            var note = _held[i];
            if (!piece.IsStarted)
                piece.Start(note.Onset, note.Bars);
            int duration = polyphony == 1 ? (int)Math.Min(note.Duration, next - note.Onset) : note.Duration;
            int ioi = piece.Approach(note.Onset, note.Bars);
            piece.Push(new(ioi, note.Pitch, Vocabulary.DurationClass(duration), Vocabulary.VelocityClass(note.Velocity)));
        }
        _count = 0;
    }

    private static TimedNote[] Take(InputReducer? former, int polyphony)
    {
        var held = new TimedNote[polyphony];
        if (former is not null)
            former._held.AsSpan(Math.Max(former._count - polyphony, 0), Math.Min(former._count, polyphony)).CopyTo(held);
        return held;
    }

    // The highest stay.
    private void Hold(TimedNote note)
    {
        int at = 0;
        while (at < _count && _held[at].Pitch < note.Pitch)
            at++;
        if (at < _count && _held[at].Pitch == note.Pitch)
        {
            _held[at] = note.Duration > _held[at].Duration ? note : _held[at];
            return;
        }
        if (_count == _held.Length)
        {
            if (at == 0)
                return;
            at--;
            _held.AsSpan(1, at).CopyTo(_held);
        }
        else
        {
            _held.AsSpan(at, _count - at).CopyTo(_held.AsSpan(at + 1));
            _count++;
        }
        _held[at] = note;
    }
}
