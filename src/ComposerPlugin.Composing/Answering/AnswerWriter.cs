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
    private readonly GivenNotes _given = new();
    private StyleFile _style;

    // The part of a take that is composed again; Answer if the answer is another one.
    private TakeOrigin _part;
    private int _ioi;
    private float _ioiBits;
    private bool _skipsToFixed;
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

    /// <summary>The sections of pieces; null to draw them for each.</summary>
    public SectionPlan? Sections { get; set; }

    /// <summary>Whether notes are still to come.</summary>
    public bool IsWriting { get; private set; }

    /// <summary>Whether the rhythm of the answer is given.</summary>
    public bool HasGivenRhythm { get; private set; }

    /// <summary>The limits of the answer.</summary>
    public AnswerConstraints Constraints { get; private set; }

    /// <summary>The notes so far, as they sound.</summary>
    public ReadOnlySpan<TimedNote> Notes => _notes.Notes;

    /// <summary>How surprising each of them is, in bits; NaN where it is not known.</summary>
    public ReadOnlySpan<float> Bits => _notes.Bits;

    /// <summary>Which of them are locked.</summary>
    public ref readonly NoteLocks Locks => ref _notes.Locks;

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
    /// <param name="dynamics">How loud the player played.</param>
    /// <param name="locked">The take whose locked notes stay; null for none.</param>
    /// <param name="itself">The phrase that the answer is, unchanged; empty for another answer.</param>
    public void Begin(
        in ComposeRequest request, long start, int ordinal, in PlayedDynamics dynamics, TakeSlot? locked = null,
        ReadOnlySpan<TimedNote> itself = default)
    {
        var controls = Prepare(request, start, dynamics, ordinal);
        if (!itself.IsEmpty)
        {
            _chooser.BeginItself(itself);
            (Transposition, IsLockedOut) = (_chooser.Transposition, _chooser.IsLockedOut);
        }
        _given.Lock(locked, request);
        // A variation may begin late, with the phrase's first note, but not after a locked one.
        start = Math.Min(start, _given.NextFixedOnset);
        Constraints = Constraints with { Bounds = Constraints.Bounds with { Start = start } };
        IsWriting = Constraints.Bounds.Start < Constraints.End && !IsLockedOut;
        if (!IsWriting)
            return;
        var bars = Constraints.Bars;
        _ioi = _context.Approach(start, bars);
        if (request.Source != AnswerSource.Phrase)
            _chooser.Plan((_style.Plan ?? StylePlan.General).Statistics, request.Controls.Temperature, request.Piece, Sections);
        _context.Model.Memory = controls.Memory;
        _context.Model.BeginAnswer(
            new(controls.Seed, ordinal, controls.Temperature, controls.Density, bars.Meter, _ioi, _context.BarPositionAfter(_ioi)));
    }

    /// <summary>Begins an answer that is a phrase. Each pitch is replaced with the probability of the control; the rhythm stays.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    /// <param name="dynamics">How loud the player played.</param>
    /// <param name="phrase">The notes of the phrase, where they are to sound.</param>
    /// <param name="isItself">Whether the answer is the phrase itself.</param>
    /// <param name="locked">The take whose locked notes stay; null for none.</param>
    public void BeginVaried(
        in ComposeRequest request, int ordinal, in PlayedDynamics dynamics, ReadOnlySpan<TimedNote> phrase, bool isItself,
        TakeSlot? locked = null)
    {
        Begin(request, request.Answer.Start, ordinal, dynamics, locked: null, isItself ? phrase : default);
        _given.Give(phrase);
        Lock(locked, request);
    }

    /// <summary>Begins an answer that is a take of which a part is composed again.</summary>
    /// <param name="request">The request; its origin is the part.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    /// <param name="dynamics">How loud the player played.</param>
    /// <param name="take">The take.</param>
    /// <param name="locked">The take whose locked notes stay; null for none.</param>
    public void BeginReroll(in ComposeRequest request, int ordinal, in PlayedDynamics dynamics, TakeSlot take, TakeSlot? locked)
    {
        Begin(request, request.Answer.Start, ordinal, dynamics);
        _chooser.PlanNothing();
        _part = request.Origin;
        _given.Give(take, request);
        if (_part != TakeOrigin.Rhythm)
        {
            Lock(locked, request);
            return;
        }
        _given.Lock(locked, request);
        _given.FixChords();
    }

    /// <summary>
    /// The answer is a take that was played before. Notes outside the range or the scale move to the nearest pitch inside.
    /// </summary>
    public void Repeat(in ComposeRequest request, TakeSlot take)
    {
        Prepare(request, request.Answer.Start, default, 0);
        Constraints = Constraints with { Cadence = Cadence.None(request.Answer.End) };
        IsWriting = false;
        // Takes are stored as they sounded.
        Transposition = 0;
        if (IsLockedOut)
            return;
        for (int i = 0; i < take.Notes.Notes.Length; i++)
        {
            if (take.TryPlace(i, request, out var note))
                _notes.Add(note with { Pitch = _chooser.NearestSounding(note.Pitch) }, take.Bits[i]);
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
        if (HasGivenRhythm)
            WriteGiven();
        else
            WriteNew();
    }

    // The rhythm is given.
    private void Lock(TakeSlot? locked, in ComposeRequest request)
    {
        _given.Lock(locked, request);
        if (Constraints.IsMelody && locked is not null)
            _given.EndByFixed();
        HasGivenRhythm = true;
        IsWriting = _given.Count > 0 && !IsLockedOut;
    }

    private void WriteNew()
    {
        long onset = _skipsToFixed ? _given.NextFixedOnset
            : _notes.Count == 0 ? Constraints.Bounds.Start
            : Notes[^1].Onset + _ioi;
        if (_skipsToFixed)
            _ioi = _context.Approach(onset, Constraints.Bars);
        CountChordNotes(onset);
        var slot = NextSlot(onset) with { NextFixed = _given.NextFixedOnset };
        bool isFixedHere = _given.TryPeekFixed(onset, out var here);
        bool mayChoose = !isFixedHere
            || (_part != TakeOrigin.Rhythm && _chordNotes + _given.NextFixedNotes <= Constraints.Polyphony);
        if (isFixedHere && mayChoose)
            slot = slot with { Ceiling = _chooser.Composed(here.Note.Pitch) };
        bool isJoined = false, isGiven = false;
        TimedNote given = default;
        if (_part == TakeOrigin.Rhythm && !isFixedHere)
            isGiven = _given.TryTakeFree(out given, out isJoined);
        if (isGiven)
            _context.Model.GiveIoi(slot.Ioi);
        var chosen = !mayChoose ? default
            : isGiven ? _chooser.ChooseRhythm(slot, given)
            : _chooser.Choose(slot);
        if (!mayChoose || chosen.IsCeiling)
        {
            _given.PassFixed();
            slot = slot with { NextFixed = _given.NextFixedOnset };
            chosen = AddFixed(slot, here);
        }
        else
        {
            Add(slot, chosen, Vocabulary.DurationTicks(chosen.Duration), Constraints.Bars);
        }
        _soundingEnd = Math.Max(_soundingEnd, Notes[^1].End);
        _isLast = chosen.IsLast;
        _chooser.OwnNotes++;
        // In a new rhythm, given chords stay as they are.
        slot = slot with { MayJoin = _part != TakeOrigin.Rhythm || !(isGiven || isFixedHere) };
        Approach(slot, chosen, isJoined, given.Onset);
    }

    // Decides where the next note begins, and whether there is one.
    private void Approach(in NoteSlot slot, in ChosenNote chosen, bool isJoined, long givenOnset)
    {
        if (isJoined && slot.ChordNote < Constraints.Polyphony)
        {
            _ioi = 0;
            return;
        }
        if (isJoined)
            _given.SkipChord(givenOnset);
        _skipsToFixed = _notes.Room <= _given.FixedLeft;
        _ioi = _skipsToFixed ? Sampler.Nothing : _chooser.ChooseIoi(slot, chosen, _soundingEnd);
        _ioiBits = _ioi == Sampler.Nothing ? 0 : _chooser.IoiBits;
        _skipsToFixed = _ioi == Sampler.Nothing && _given.FixedLeft > 0;
        IsWriting = (_ioi != Sampler.Nothing || _skipsToFixed) && _notes.Room > 0;
    }

    private void WriteGiven()
    {
        ref readonly var given = ref _given[_notes.Count];
        var note = given.Note;
        _ioi = _context.Approach(note.Onset, note.Bars);
        if (_part.IsReroll())
        {
            CountChordNotes(note.Onset);
            _context.Model.GiveIoi(_ioi);
        }
        var slot = NextSlot(note.Onset);
        bool isLast = _notes.Count + 1 == _given.Count;
        if (given.IsFixed)
            AddFixed(slot, given);
        else if (_part.IsReroll())
            Add(slot, _chooser.Reroll(slot, note, _part, _given.RoomAbove(_notes.Count), isLast), note.Duration, note.Bars);
        else
            Add(slot, _chooser.Vary(slot, note, closes: isLast), note.Duration, note.Bars);
        _chooser.OwnNotes += _part.IsReroll() ? 1 : 0;
        IsWriting = !isLast;
    }

    private void CountChordNotes(long onset) => _chordNotes = _notes.Count > 0 && Notes[^1].Onset == onset ? _chordNotes + 1 : 1;

    private NoteSlot NextSlot(long onset) =>
        new(_notes.Count, onset, _ioi, _context.BarPositionAfter(_ioi), _chordNotes, _previous, _isLast);

    private ChosenNote AddFixed(in NoteSlot slot, in GivenNote given)
    {
        _context.Model.GiveIoi(slot.Ioi);
        var chosen = _chooser.Keep(slot, given.Note);
        Add(slot, chosen, given.Note.Duration, given.Note.Bars, given.IsLocked);
        return chosen;
    }

    private void Add(in NoteSlot slot, in ChosenNote chosen, int duration, BarGrid bars, bool isLocked = false)
    {
        var step = StepOf(slot, chosen);
        // Of a note that is given in part, the whole is measured, as one of the player's.
        float bits = !float.IsNaN(chosen.Bits) ? _ioiBits + chosen.Bits : _window?.IsOpen == true ? _context.BitsOf(step) : float.NaN;
        _notes.Add(new(slot.Onset, duration, chosen.Kept ?? _chooser.Sounding(chosen.Pitch), chosen.Velocity, bars), bits, isLocked);
        _previous = chosen.Pitch;
        _context.Push(step);
    }

    private static NoteStep StepOf(in NoteSlot slot, in ChosenNote chosen) =>
        new(slot.Ioi, chosen.Pitch, chosen.Duration, Vocabulary.VelocityClass(chosen.Velocity));

    // What a new and a repeated answer have in common.
    private AnswerControls Prepare(in ComposeRequest request, long start, in PlayedDynamics dynamics, int ordinal)
    {
        // A style without a temperature of its own has 1.
        var controls = request.Controls with { Temperature = request.Controls.Temperature * (float)(_style.Controls?.Temperature ?? 1) };
        var bounds = request.Answer with { Start = start };
        var cadence = controls.Closes ? Cadence.Of(bounds, controls.Grid, request.Bars) : Cadence.None(bounds.End);
        Constraints = new(bounds, controls.Grid, request.Bars, _style.Polyphony, cadence);
        _notes.Clear();
        _given.Clear();
        (_part, HasGivenRhythm, _skipsToFixed) = (TakeOrigin.Answer, false, false);
        _chordNotes = 0;
        _ioiBits = 0;
        _isLast = false;
        _soundingEnd = start;
        var velocity = new VelocityMapping(
            controls.VelocityFrom, controls.FixedVelocity, controls.VelocityScale, dynamics.Mean, _style.MeanVelocity)
        {
            Shape = controls.Form == AnswerForm.Free
                ? null
                : new AnswerDynamics(dynamics, bounds, request.Bars, AnswerDynamics.NotesOf(_style.Plan?.Dynamics)),
        };
        _chooser.Begin(controls, Constraints, velocity, ordinal);
        Transposition = _chooser.Transposition;
        IsLockedOut = _chooser.IsLockedOut;
        return controls;
    }
}
