using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// Feeds what sounds to the model, reduced to the polyphony of the style. Notes that begin together are held back until a later one
/// arrives: only then is it known which they are and, in a melody, how long the last may sound.
/// </summary>
/// <param name="context">What the model reads.</param>
/// <param name="polyphony">How many notes may begin together; 1 also means that none overlap.</param>
/// <param name="former">The reducer whose held-back notes to take over; null for none.</param>
internal sealed class InputReducer(ModelContext context, int polyphony, InputReducer? former = null)
{
    // By rising pitch, all with one onset; if there is no room for all, the highest.
    private readonly TimedNote[] _held = Take(former, polyphony);
    private int _count = Math.Min(former?._count ?? 0, polyphony);

    /// <summary>Whether nothing is held back.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Forgets the notes held back.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a note. One that comes late begins with the latest ones; a melody drops it.</summary>
    public void Hear(TimedNote note)
    {
        if (_count > 0 && note.Onset > _held[0].Onset)
            Flush(note.Onset);
        long earliest = _count > 0 ? _held[0].Onset : context.HasNotes ? context.Onset + (polyphony == 1 ? 1 : 0) : note.Onset;
        if (note.Onset < earliest && polyphony == 1)
            return;
        Hold(note with { Onset = Math.Max(note.Onset, earliest) });
    }

    /// <summary>Feeds the notes held back to the model.</summary>
    /// <param name="next">The onset of the note after them, which ends a melody's note.</param>
    public void Flush(long next = long.MaxValue)
    {
        for (int i = 0; i < _count; i++)
        {
            var note = _held[i];
            if (!context.IsStarted)
                context.Start(note.Onset, note.Bars);
            int duration = polyphony == 1 ? (int)Math.Min(note.Duration, next - note.Onset) : note.Duration;
            int ioi = context.Approach(note.Onset, note.Bars);
            context.Push(new(ioi, note.Pitch.Number, Vocabulary.DurationClass(duration), Vocabulary.VelocityClass(note.Velocity)));
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
