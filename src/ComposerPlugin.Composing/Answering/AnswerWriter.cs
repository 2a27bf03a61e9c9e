using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>Writes one answer, a note at a time: the model reads each note before the next is chosen.</summary>
internal sealed class AnswerWriter
{
    private readonly ModelContext _context;
    private readonly WorkerFeed? _window;
    private readonly NoteChooser _chooser;
    private readonly AnswerBuffer _notes = new();
    private StyleFile _style;
    private int _ioi;
    private float _ioiBits;
    private int _previous;
    private long _soundingEnd;
    private int _chordNotes;
    private bool _isLast;

    /// <summary>A writer for this context, in this style.</summary>
    /// <param name="context">What the model has read.</param>
    /// <param name="style">The style.</param>
    /// <param name="window">The window, which shows how surprising varied notes are; null for none.</param>
    public AnswerWriter(ModelContext context, StyleFile style, WorkerFeed? window)
    {
        _context = context;
        _window = window;
        _style = style;
        _chooser = new(context, style, isMeasured: window is not null);
    }

    /// <summary>Whether notes are still to come.</summary>
    public bool IsWriting { get; private set; }

    /// <summary>Whether the answer is a phrase of which some pitches are replaced.</summary>
    public bool IsVaried => _notes.HasGiven;

    /// <summary>The limits of the answer.</summary>
    public AnswerConstraints Constraints { get; private set; }

    /// <summary>The notes so far, as they sound.</summary>
    public ReadOnlySpan<TimedNote> Notes => _notes.Notes;

    /// <summary>How surprising each of them is, in bits; NaN where it is not known.</summary>
    public ReadOnlySpan<float> Bits => _notes.Bits;

    /// <summary>The semitones by which the notes are transposed from what the model reads.</summary>
    public int Transposition { get; private set; }

    /// <summary>Whether the answer is silent because no pitch of the scale is in the range.</summary>
    public bool IsLockedOut { get; private set; }

    /// <summary>Writes the next answers in another style.</summary>
    public void UseStyle(StyleFile style)
    {
        _style = style;
        _chooser.UseStyle(style);
    }

    /// <summary>Begins an answer. The context is started.</summary>
    /// <param name="request">The request.</param>
    /// <param name="start">The first onset, at or after the start of the request.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    /// <param name="dynamics">The mean velocity that the answer shall have, 1 to 127.</param>
    public void Begin(in ComposeRequest request, long start, int ordinal, double dynamics)
    {
        var controls = Prepare(request, start, dynamics, ordinal);
        IsWriting = Constraints.Bounds.Start < Constraints.End && !IsLockedOut;
        if (!IsWriting)
            return;
        var bars = Constraints.Bars;
        _ioi = _context.Approach(start, bars);
        _context.Model.Memory = controls.Memory;
        _context.Model.BeginAnswer(
            new(controls.Seed, ordinal, controls.Temperature, controls.Density, bars.Meter, _ioi, _context.BarPositionAfter(_ioi)));
    }

    /// <summary>Begins an answer that is a phrase. Each pitch is replaced with the probability of the control; the rhythm stays.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    /// <param name="dynamics">The mean velocity that the answer shall have, 1 to 127.</param>
    /// <param name="phrase">The notes of the phrase, where they are to sound.</param>
    public void BeginVaried(in ComposeRequest request, int ordinal, double dynamics, ReadOnlySpan<TimedNote> phrase)
    {
        Begin(request, request.Answer.Start, ordinal, dynamics);
        _notes.Give(phrase);
        IsWriting = _notes.HasGiven && !IsLockedOut;
    }

    /// <summary>
    /// The answer is a take that was played before. Notes outside the range or the scale move to the nearest pitch inside.
    /// </summary>
    public void Repeat(in ComposeRequest request, TakeSlot take)
    {
        Prepare(request, request.Answer.Start, 0, 0);
        Constraints = Constraints with { Cadence = Cadence.None(request.Answer.End) };
        IsWriting = false;
        // Takes are stored as they sounded.
        Transposition = 0;
        if (IsLockedOut)
            return;
        for (int i = 0; i < take.Notes.Notes.Length; i++)
        {
            var note = take.Notes.Notes[i];
            long onset = request.Answer.Start + note.Onset - take.Begin;
            if (onset >= request.Answer.End)
                continue;
            int duration = (int)Math.Min(note.Duration, request.Answer.End - onset);
            _notes.Add(new(onset, duration, _chooser.NearestSounding(note.Pitch), note.Velocity, request.Bars), take.Bits[i]);
        }
    }

    /// <summary>Ends the answer here.</summary>
    public void Stop() => IsWriting = false;

    /// <summary>Removes the answer.</summary>
    public void Clear()
    {
        IsWriting = false;
        _notes.Clear();
    }

    /// <summary>The player played: earlier answers no longer count as repetition.</summary>
    public void ClearRepetition() => _chooser.OwnNotes = 0;

    /// <summary>Writes the next note, and decides whether another follows and where.</summary>
    /// <exception cref="InvalidOperationException">The model's logits are not numbers.</exception>
    public void WriteNote()
    {
        if (IsVaried)
            WriteVaried();
        else
            WriteNew();
    }

    private void WriteNew()
    {
        _chordNotes = _notes.Count > 0 && _ioi == 0 ? _chordNotes + 1 : 1;
        var slot = NextSlot(_notes.Count == 0 ? Constraints.Bounds.Start : Notes[^1].Onset + _ioi);
        var chosen = _chooser.Choose(slot);
        Add(slot, chosen, Vocabulary.DurationTicks(chosen.Duration), Constraints.Bars, _ioiBits + chosen.Bits);
        _soundingEnd = Math.Max(_soundingEnd, Notes[^1].End);
        _isLast = chosen.IsLast;
        _chooser.OwnNotes++;
        _ioi = _chooser.ChooseIoi(slot, chosen, _soundingEnd);
        _ioiBits = _chooser.IoiBits;
        IsWriting = _ioi != Sampler.Nothing && !_notes.IsFull;
    }

    private void WriteVaried()
    {
        var given = _notes.NextGiven;
        _ioi = _context.Approach(given.Onset, given.Bars);
        var slot = NextSlot(given.Onset);
        var chosen = _chooser.Vary(slot, given, closes: _notes.GivenLeft == 1);
        // The rhythm is not the model's choice, so that the whole note is measured, as one of the player's.
        float bits = _window?.IsOpen == true ? _context.BitsOf(StepOf(slot, chosen)) : float.NaN;
        Add(slot, chosen, given.Duration, given.Bars, bits);
        IsWriting = _notes.GivenLeft > 0;
    }

    private NoteSlot NextSlot(long onset) =>
        new(_notes.Count, onset, _ioi, _context.BarPositionAfter(_ioi), _chordNotes, _previous, _isLast);

    private void Add(in NoteSlot slot, in ChosenNote chosen, int duration, BarGrid bars, float bits)
    {
        _notes.Add(new(slot.Onset, duration, _chooser.Sounding(chosen.Pitch), chosen.Velocity, bars), bits);
        _previous = chosen.Pitch;
        _context.Push(StepOf(slot, chosen));
    }

    private static NoteStep StepOf(in NoteSlot slot, in ChosenNote chosen) =>
        new(slot.Ioi, chosen.Pitch, chosen.Duration, Vocabulary.VelocityClass(chosen.Velocity));

    // What a new and a repeated answer have in common.
    private AnswerControls Prepare(in ComposeRequest request, long start, double dynamics, int ordinal)
    {
        // A style without a temperature of its own has 1.
        var controls = request.Controls with { Temperature = request.Controls.Temperature * (float)(_style.Controls?.Temperature ?? 1) };
        var bounds = request.Answer with { Start = start };
        var cadence = controls.Closes ? Cadence.Of(bounds, controls.Grid, request.Bars) : Cadence.None(bounds.End);
        Constraints = new(bounds, controls.Grid, request.Bars, _style.Polyphony, cadence);
        _notes.Clear();
        _chordNotes = 0;
        _ioiBits = 0;
        _isLast = false;
        _soundingEnd = start;
        var velocity = new VelocityMapping(
            controls.VelocityFrom, controls.FixedVelocity, controls.VelocityScale, dynamics - _style.MeanVelocity);
        _chooser.Begin(controls, Constraints, velocity, ordinal);
        Transposition = _chooser.Transposition;
        IsLockedOut = _chooser.IsLockedOut;
        return controls;
    }
}
