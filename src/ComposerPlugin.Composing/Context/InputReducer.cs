using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// Feeds what sounds to the model, reduced to the polyphony of the style. Notes that begin together are held back until a later one
/// arrives: only then is it known which they are and, in a melody, how long the last may sound.
/// </summary>
/// <param name="context">What the model reads.</param>
/// <param name="style">The style: how many notes may begin together, 1 also meaning that none overlap; and its range.</param>
/// <param name="window">The window, which shows how surprising the player's notes are; null for none.</param>
/// <param name="former">The reducer whose held-back notes to take over; null for none.</param>
internal sealed class InputReducer(ModelContext context, StyleFile style, WorkerFeed? window = null, InputReducer? former = null)
{
    private readonly int _polyphony = style.Polyphony;

    // By rising pitch, all with one onset; if there is no room for all, the highest.
    private readonly SoundedNote[] _held = Take(former, style.Polyphony);
    private int _count = Math.Min(former?._count ?? 0, style.Polyphony);
    private bool _beginsPhrase = former?._beginsPhrase ?? false;
    private bool _keepsRegister = former?._keepsRegister ?? false;

    /// <summary>Whether nothing is held back.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>How many of the player's notes since the phrase began were left out: more began together than the style plays.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Forgets the notes held back.</summary>
    public void Clear() => (_count, _beginsPhrase) = (0, false);

    /// <summary>Adds a note. One that comes late begins with the latest ones; a melody drops it.</summary>
    public void Hear(in SoundedNote sounded)
    {
        var note = sounded.Note;
        if (_count > 0 && note.Onset > _held[0].Note.Onset)
            Flush(note.Onset);
        _beginsPhrase |= sounded.BeginsPhrase;
        if (sounded.BeginsPhrase)
            LeftOut = 0;
        _keepsRegister = sounded.KeepsRegister;
        long earliest = _count > 0 ? _held[0].Note.Onset : context.HasNotes ? context.Onset + (_polyphony == 1 ? 1 : 0) : note.Onset;
        if (note.Onset < earliest && _polyphony == 1)
            return;
        Hold(sounded with { Note = note with { Onset = Math.Max(note.Onset, earliest) } });
    }

    /// <summary>Feeds the notes held back to the model.</summary>
    /// <param name="next">The onset of the note after them, which ends a melody's note.</param>
    public void Flush(long next = long.MaxValue)
    {
        for (int i = 0; i < _count; i++)
        {
            var note = _held[i].Note;
            if (!context.IsStarted)
                context.Start(note.Onset, note.Bars);
            if (_beginsPhrase)
                BeginPhrase();
            _beginsPhrase = false;
            int duration = _polyphony == 1 ? (int)Math.Min(note.Duration, next - note.Onset) : note.Duration;
            int ioi = context.Approach(note.Onset, note.Bars);
            var pitch = _held[i].IsComposed ? note.Pitch : context.Read(note.Pitch);
            var step = new NoteStep(ioi, pitch.Number, Vocabulary.DurationClass(duration), Vocabulary.VelocityClass(note.Velocity));
            if (_held[i].IsMeasured && window is { IsOpen: true })
                window.Heard(note with { Duration = duration }, context.BitsOf(step));
            context.Push(step);
        }
        _count = 0;
    }

    // A phrase lies where its first note does; of a chord, the highest.
    private void BeginPhrase()
    {
        context.BeginPhrase();
        context.MoveInto(_keepsRegister ? style.PitchRange : null, _held[_count - 1].Note.Pitch);
    }

    private static SoundedNote[] Take(InputReducer? former, int polyphony)
    {
        var held = new SoundedNote[polyphony];
        if (former is not null)
            former._held.AsSpan(Math.Max(former._count - polyphony, 0), Math.Min(former._count, polyphony)).CopyTo(held);
        return held;
    }

    private void Hold(in SoundedNote sounded)
    {
        var note = sounded.Note;
        int at = 0;
        while (at < _count && _held[at].Note.Pitch < note.Pitch)
            at++;
        if (at < _count && _held[at].Note.Pitch == note.Pitch)
        {
            _held[at] = note.Duration > _held[at].Note.Duration ? sounded : _held[at];
            return;
        }
        if (_count == _held.Length)
        {
            if (sounded.IsMeasured)
                LeftOut++;
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
        _held[at] = sounded;
    }
}
