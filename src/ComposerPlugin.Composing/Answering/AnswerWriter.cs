using System.Diagnostics.CodeAnalysis;
using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// Writes one answer, a note at a time, and keeps it: what is not sent yet, and what sounds if the answer is cut off. It pushes
/// each note to the piece. All memory is made in the constructor.
/// </summary>
internal sealed class AnswerWriter
{
    private readonly ModelContext _piece;
    private readonly RepetitionGuard _repeats;
    private readonly Sampler _sampler = new(Math.Max(Vocabulary.Durations, Vocabulary.Iois));
    private readonly DensityBias _tilt = new(Math.Max(Vocabulary.Durations, Vocabulary.Iois));
    private readonly bool[] _allowed = new bool[Math.Max(Vocabulary.Durations, Vocabulary.Iois)];
    private readonly TimedNote[] _notes = new TimedNote[Capacities.AnswerNotes];
    private StyleFile _style;
    private PitchConstraint _lock;
    private AnswerConstraints _frame;
    private AnswerControls _controls;
    private VelocityMapping _velocity;
    private int _ordinal;
    private int _tonic;
    private int _count;
    private int _own;
    private int _ioi;
    private int _previous;
    private long _soundingEnd;
    private int _chordNotes;
    private bool _isLast;

    // So many of the notes stand there before they are written: those of a phrase that is varied.
    private int _given;

    /// <summary>A writer for this piece, in this style.</summary>
    public AnswerWriter(ModelContext piece, StyleFile style)
    {
        _piece = piece;
        _repeats = new(piece.Memory);
        UseStyle(style);
    }

    /// <summary>Whether notes are still to come.</summary>
    public bool IsWriting { get; private set; }

    /// <summary>Whether the answer is a phrase of which some notes are drawn anew.</summary>
    public bool IsVaried => _given > 0;

    /// <summary>What the answer keeps to.</summary>
    public AnswerConstraints Frame => _frame;

    /// <summary>The notes so far, as they sound.</summary>
    public ReadOnlySpan<TimedNote> Notes => _notes.AsSpan(0, _count);

    /// <summary>How many semitones higher than the piece knows them the notes sound.</summary>
    public int Transposition { get; private set; }

    /// <summary>Whether the answer is silent because no pitch of the scale lies in the range.</summary>
    public bool IsLockedOut { get; private set; }

    private enum For
    {
        Ioi,
        Pitch,
        Duration,
        Velocity,
        Variation = 8,
    }

    /// <summary>Writes the next answers in another style.</summary>
    [MemberNotNull(nameof(_style), nameof(_lock))]
    public void UseStyle(StyleFile style)
    {
        _style = style;
        _lock = new(style.PitchRange);
    }

    /// <summary>Begins an answer. The piece has begun.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    /// <param name="playedVelocity">The mean velocity that the answer shall have.</param>
    public void Begin(in ComposeRequest request, int ordinal, double playedVelocity)
    {
        // 1 is as the style is.
        _controls = request.Controls with { Temperature = request.Controls.Temperature * (float)(_style.Controls?.Temperature ?? 1) };
        _frame = FrameOf(request);
        _velocity = new(_controls.VelocityFrom, _controls.FixedVelocity, _controls.VelocityScale, playedVelocity - _style.MeanVelocity);
        _ordinal = ordinal;
        _count = _chordNotes = _given = 0;
        _isLast = false;
        _soundingEnd = _frame.Begin;
        _lock.Begin(_controls, _piece.Register);
        Transposition = _lock.Transposition;
        IsLockedOut = _lock.Highest < 0;
        IsWriting = _frame.Begin < _frame.End && !IsLockedOut;
        if (!IsWriting)
            return;
        _ioi = _piece.Approach(_frame.Begin, _frame.Bars);
        _piece.Model.Memory = _controls.Memory;
        _piece.Model.BeginAnswer(new(_controls.Seed, ordinal, _controls.Temperature, _controls.Density, _frame.Bars.Meter, _ioi, _piece.BarPositionAfter(_ioi)));
    }

    /// <summary>Begins an answer that is a phrase, of which some pitches are drawn anew, each with the probability of the control; its rhythm stays.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    /// <param name="playedVelocity">The mean velocity that the answer shall have.</param>
    /// <param name="phrase">The phrase's notes, where they are to sound.</param>
    public void BeginVaried(in ComposeRequest request, int ordinal, double playedVelocity, ReadOnlySpan<TimedNote> phrase)
    {
        Begin(request, ordinal, playedVelocity);
        _given = Math.Min(phrase.Length, Capacities.AnswerNotes);
        phrase[.._given].CopyTo(_notes);
        IsWriting = _given > 0 && !IsLockedOut;
    }

    /// <summary>The answer is a take that was played before; nothing is written. Notes outside the range and the scale move to the nearest inside.</summary>
    public void Repeat(in ComposeRequest request, TakeSlot take)
    {
        var bars = TimedNote.BarsOf(request);
        _frame = new(request.Tick, request.End, request.Controls.Grid, bars, _style.Polyphony, Cadence.None(request.End));
        _count = _given = 0;
        IsWriting = false;
        _lock.Begin(request.Controls, _piece.Register);
        IsLockedOut = _lock.Highest < 0;
        // Taken as they sounded.
        Transposition = 0;
        if (IsLockedOut)
            return;
        foreach (var note in take.Notes.Notes)
        {
            long onset = request.Tick + note.Onset - take.Begin;
            if (onset < request.End)
                _notes[_count++] = new(onset, (int)Math.Min(note.Duration, request.End - onset), _lock.NearestSounding(note.Pitch.Number), note.Velocity, bars);
        }
    }

    /// <summary>Ends the answer here.</summary>
    public void Stop() => IsWriting = false;

    /// <summary>Forgets the answer.</summary>
    public void Clear()
    {
        IsWriting = false;
        _count = _given = 0;
    }

    /// <summary>The player played: what the answers repeated before is over.</summary>
    public void GiveWay() => _own = 0;

    /// <summary>Writes the next note, and decides whether and where another follows.</summary>
    /// <exception cref="InvalidOperationException">The model's logits are no numbers.</exception>
    public void WriteNote()
    {
        if (IsVaried)
        {
            WriteVaried();
            return;
        }
        long onset = _count == 0 ? _frame.Begin : _notes[_count - 1].Onset + _ioi;
        int barPosition = _piece.BarPositionAfter(_ioi);
        _chordNotes = _count > 0 && _ioi == 0 ? _chordNotes + 1 : 1;

        _tonic = _controls.EndsOnTonic && onset >= _frame.Cadence.First ? Tonic() : Sampler.Nothing;

        int pitch = ChoosePitch(onset, barPosition);
        var closing = ClosingAt(onset, pitch);
        int duration = ChooseDuration(onset, pitch, barPosition, closing);
        _allowed.AsSpan().Fill(true);
        byte velocity = _velocity.Of(Choose(_piece.Model.VelocityLogits(pitch, duration, barPosition), For.Velocity));

        var note = new TimedNote(onset, Vocabulary.DurationTicks(duration), pitch + Transposition, velocity, _frame.Bars);
        _soundingEnd = Math.Max(_soundingEnd, note.End);
        _notes[_count++] = note;
        _previous = pitch;
        _own++;
        _piece.Push(new(_ioi, pitch, duration, Vocabulary.VelocityClass(velocity)));
        _isLast = closing == Closing.Yes || (closing == Closing.IfLong && DurationMask.IsLong(_frame, onset, note.Duration));
        ChooseIoi(onset);
    }

    private void WriteVaried()
    {
        var note = _notes[_count];
        _ioi = _piece.Approach(note.Onset, note.Bars);
        _tonic = _controls.EndsOnTonic && _count == _given - 1 ? Tonic() : Sampler.Nothing;
        int pitch = VariedPitch(note.Pitch, _piece.BarPositionAfter(_ioi));
        note = note with { Pitch = pitch + Transposition, Velocity = _velocity.OfPlayed(note.Velocity) };
        _notes[_count++] = note;
        _previous = pitch;
        _piece.Push(new(_ioi, pitch, Vocabulary.DurationClass(note.Duration), Vocabulary.VelocityClass(note.Velocity)));
        IsWriting = _count < _given;
    }

    private int VariedPitch(int given, int barPosition)
    {
        double share = SeededRandom.Value(_controls.Seed, _ordinal, _count, (int)For.Variation);
        if (_tonic == Sampler.Nothing && share >= _controls.Variation && _lock.Allows(given))
            return given;
        if (_tonic == Sampler.Nothing)
            _lock.Fill(_allowed, 0);
        else
            _lock.FillNearest(_allowed, _tonic, _count > 0 ? _previous : given);
        return Choose(_piece.Model.PitchLogits(_ioi, barPosition), For.Pitch);
    }

    private AnswerConstraints FrameOf(in ComposeRequest request)
    {
        var bars = TimedNote.BarsOf(request);
        var cadence = request.Controls.Closes ? Cadence.Of(request.Tick, request.End, request.Controls.Grid, bars) : Cadence.None(request.End);
        return new(request.Tick, request.End, request.Controls.Grid, bars, _style.Polyphony, cadence);
    }

    // The pitch class to end on; nothing where the ending is free.
    private int Tonic()
    {
        int tonic = _controls.Scale == Scale.Chromatic && _piece.Key > 0 ? KeyTracker.TonicOf(_piece.Key) : _controls.Tonic;
        return _lock.HasClass(tonic) ? tonic : Sampler.Nothing;
    }

    private int ChoosePitch(long onset, int barPosition)
    {
        var logits = _piece.Model.PitchLogits(_ioi, barPosition);
        int lowest = _chordNotes > 1 ? _previous + 1 : 0;
        if (_tonic != Sampler.Nothing && _frame.Cadence.MustCloseAt(onset))
        {
            _lock.FillNearest(_allowed, _tonic, _count > 0 ? _previous : Likeliest(logits));
            return Choose(logits, For.Pitch);
        }
        _lock.Fill(_allowed, lowest);
        if (_chordNotes == 1)
            _repeats.Forbid(_allowed, _controls.RepeatGuard, _ioi, _own, _frame.Bars.Meter);
        int pitch = Draw(logits, For.Pitch);
        if (pitch != Sampler.Nothing)
            return pitch;
        // There may be no pitch but those that repeat.
        _lock.Fill(_allowed, lowest);
        return Choose(logits, For.Pitch);
    }

    private int Likeliest(ReadOnlySpan<float> logits)
    {
        _lock.Fill(_allowed, 0);
        return _sampler.Draw(logits, _allowed, 0, 1, 0);
    }

    private Closing ClosingAt(long onset, int pitch)
    {
        if (_isLast || _frame.Cadence.MustCloseAt(onset))
            return Closing.Yes;
        if (!_frame.Cadence.MayCloseAt(onset, _frame.Bars) || _chordNotes > 1)
            return Closing.No;
        return _tonic == Sampler.Nothing ? Closing.IfLong : pitch % 12 == _tonic ? Closing.Yes : Closing.No;
    }

    private int ChooseDuration(long onset, int pitch, int barPosition, Closing closing)
    {
        var logits = _piece.Model.DurationLogits(_ioi, pitch, barPosition);
        DurationMask.Fill(_allowed.AsSpan(0, Vocabulary.Durations), _frame, onset, closing);
        return Choose(closing == Closing.Yes ? logits : _tilt.Durations(logits, _controls.Density), For.Duration);
    }

    private void ChooseIoi(long onset)
    {
        // The highest note of a chord is written last, and would end on another pitch.
        bool chord = _chordNotes < _frame.Polyphony && _previous < _lock.Highest && !(_isLast && _tonic != Sampler.Nothing);
        if (_isLast)
        {
            _allowed.AsSpan().Clear();
            _allowed[0] = chord;
        }
        else
        {
            IoiMask.Fill(_allowed, _frame, onset, _soundingEnd, chord);
        }
        _ioi = Draw(_tilt.Iois(_piece.Model.IoiLogits(), _controls.Density), For.Ioi);
        IsWriting = _ioi != Sampler.Nothing && _count < Capacities.AnswerNotes;
    }

    private int Choose(ReadOnlySpan<float> logits, For head)
    {
        int chosen = Draw(logits, head);
        return chosen != Sampler.Nothing ? chosen : throw new InvalidOperationException("the model's logits are no numbers");
    }

    private int Draw(ReadOnlySpan<float> logits, For head)
    {
        double random = SeededRandom.Value(_controls.Seed, _ordinal, _count, (int)head);
        return _sampler.Draw(logits, _allowed, _controls.Temperature, _controls.TopP, random);
    }
}
