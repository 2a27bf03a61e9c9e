using System.Diagnostics.CodeAnalysis;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Models;

/// <summary>
/// Writes one answer, a note at a time, and keeps it: what is not sent yet, and what sounds if the answer is cut off. It pushes
/// each note to the piece. All memory is made in the constructor.
/// </summary>
internal sealed class AnswerWriter
{
    /// <summary>A longer answer ends with this note.</summary>
    public const int MostNotes = 768;

    /// <summary>Models tend to get stuck on a pitch; people play two to four alike.</summary>
    private const int LongestRun = 4;

    private const int Octave = 12;

    private readonly Piece _piece;
    private StyleFile _style;
    private readonly Sampler _sampler = new(Math.Max(Vocabulary.Durations, Vocabulary.Gaps));
    private readonly bool[] _allowed = new bool[Math.Max(Vocabulary.Durations, Vocabulary.Gaps)];
    private readonly HeardNote[] _notes = new HeardNote[MostNotes];
    private int _lowest;
    private int _highest;
    private AnswerFrame _frame;
    private AnswerControls _controls;
    private int _ordinal;
    private double _louder;
    private int _count;
    private int _gap;
    private long _soundingEnd;
    private int _chordNotes;
    private int _run;

    // So many of the notes stand there before they are written: those of a phrase that is varied.
    private int _given;

    /// <summary>A writer for this piece, in this style.</summary>
    public AnswerWriter(Piece piece, StyleFile style)
    {
        _piece = piece;
        UseStyle(style);
    }

    /// <summary>Whether notes are still to come.</summary>
    public bool IsWriting { get; private set; }

    /// <summary>Whether the answer is a phrase of which some notes are drawn anew.</summary>
    public bool IsVaried => _given > 0;

    /// <summary>What the answer keeps to.</summary>
    public AnswerFrame Frame => _frame;

    /// <summary>The notes so far.</summary>
    public ReadOnlySpan<HeardNote> Notes => _notes.AsSpan(0, _count);

    private enum For
    {
        Gap,
        Pitch,
        Duration,
        Velocity,
        Variation = 8,
    }

    /// <summary>Writes the next answers in another style.</summary>
    [MemberNotNull(nameof(_style))]
    public void UseStyle(StyleFile style)
    {
        _style = style;
        _lowest = Math.Max(style.PitchRange.Lowest - Octave, 0);
        _highest = Math.Min(style.PitchRange.Highest + Octave, Pitch.Count - 1);
    }

    /// <summary>Begins an answer. The piece has begun.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    /// <param name="playedVelocity">The mean velocity that the answer shall have.</param>
    public void Begin(in ComposeRequest request, int ordinal, double playedVelocity)
    {
        _frame = new(request.Tick, request.End, request.Controls.Grid, new(request.Meter.OrCommon, request.BarLine), _style.Polyphony);
        _controls = request.Controls;
        _ordinal = ordinal;
        _louder = playedVelocity - _style.MeanVelocity;
        _count = _chordNotes = _run = _given = 0;
        _soundingEnd = _frame.Begin;
        IsWriting = _frame.Begin < _frame.End;
        if (!IsWriting)
            return;
        _gap = _piece.Approach(_frame.Begin, _frame.Bars);
        _piece.Model.BeginAnswer(new(_controls.Seed, ordinal, _controls.Temperature, _frame.Bars.Meter, _gap, _piece.PlaceAfter(_gap)));
    }

    /// <summary>Begins an answer that is a phrase, of which some pitches are drawn anew, each with the probability of the control; its rhythm stays.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    /// <param name="playedVelocity">The mean velocity that the answer shall have.</param>
    /// <param name="phrase">The phrase's notes, where they are to sound.</param>
    public void BeginVaried(in ComposeRequest request, int ordinal, double playedVelocity, ReadOnlySpan<HeardNote> phrase)
    {
        Begin(request, ordinal, playedVelocity);
        _given = Math.Min(phrase.Length, MostNotes);
        phrase[.._given].CopyTo(_notes);
        IsWriting = _given > 0;
    }

    /// <summary>The answer is a take that was played before; nothing is written.</summary>
    public void Repeat(in ComposeRequest request, StoredTake take)
    {
        var bars = HeardNote.BarsOf(request);
        _frame = new(request.Tick, request.End, request.Controls.Grid, bars, _style.Polyphony);
        _count = _given = 0;
        IsWriting = false;
        foreach (var note in take.Notes.Notes)
        {
            long onset = request.Tick + note.Onset - take.Begin;
            if (onset < request.End)
                _notes[_count++] = new(onset, (int)Math.Min(note.Duration, request.End - onset), note.Pitch.Number, note.Velocity, bars);
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

    /// <summary>Writes the next note, and decides whether and where another follows.</summary>
    /// <exception cref="InvalidOperationException">The model's logits are no numbers.</exception>
    public void WriteNote()
    {
        if (IsVaried)
        {
            WriteVaried();
            return;
        }
        long onset = _count == 0 ? _frame.Begin : _notes[_count - 1].Onset + _gap;
        int place = _piece.PlaceAfter(_gap);
        bool chord = _count > 0 && _gap == 0;
        _chordNotes = chord ? _chordNotes + 1 : 1;
        int previous = _count > 0 ? _notes[_count - 1].Pitch : Sampler.Nothing;

        int pitch = ChoosePitch(chord ? previous + 1 : _lowest, _run >= LongestRun ? previous : Sampler.Nothing, place);
        DurationMask.Fill(_allowed.AsSpan(0, Vocabulary.Durations), _frame, onset);
        int duration = Choose(_piece.Model.DurationLogits(_gap, pitch, place), For.Duration);
        _allowed.AsSpan().Fill(true);
        byte velocity = Louder(Choose(_piece.Model.VelocityLogits(pitch, duration, place), For.Velocity));

        _run = pitch == previous ? _run + 1 : 1;
        var note = new HeardNote(onset, Vocabulary.DurationTicks(duration), pitch, velocity, _frame.Bars);
        _soundingEnd = Math.Max(_soundingEnd, note.End);
        _notes[_count++] = note;
        _piece.Push(new(_gap, pitch, duration, Vocabulary.VelocityClass(velocity)));
        ChooseGap(note);
    }

    private void WriteVaried()
    {
        var note = _notes[_count];
        _gap = _piece.Approach(note.Onset, note.Bars);
        double share = SeededRandom.Value(_controls.Seed, _ordinal, _count, (int)For.Variation);
        PitchMask.Fill(_allowed, _lowest, _highest, Sampler.Nothing);
        if (share < _controls.Variation || !_allowed[note.Pitch])
            note = note with { Pitch = ChoosePitch(_lowest, Sampler.Nothing, _piece.PlaceAfter(_gap)) };
        _notes[_count++] = note;
        _piece.Push(new(_gap, note.Pitch, Vocabulary.DurationClass(note.Duration), Vocabulary.VelocityClass(note.Velocity)));
        IsWriting = _count < _given;
    }

    private int ChoosePitch(int lowest, int save, int place)
    {
        var logits = _piece.Model.PitchLogits(_gap, place);
        PitchMask.Fill(_allowed, lowest, _highest, save);
        int pitch = Draw(logits, For.Pitch);
        if (pitch != Sampler.Nothing)
            return pitch;
        // The model itself may leave no other pitch.
        PitchMask.Fill(_allowed, lowest, _highest, Sampler.Nothing);
        return Choose(logits, For.Pitch);
    }

    private void ChooseGap(HeardNote note)
    {
        bool chord = _chordNotes < _frame.Polyphony && note.Pitch < _highest;
        GapMask.Fill(_allowed, _frame, note.Onset, _soundingEnd, chord);
        _gap = Draw(_piece.Model.GapLogits(), For.Gap);
        IsWriting = _gap != Sampler.Nothing && _count < MostNotes;
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

    private byte Louder(int velocityClass) =>
        (byte)Math.Clamp((int)Math.Round(Vocabulary.Velocity(velocityClass) + _louder), 1, 127);
}
