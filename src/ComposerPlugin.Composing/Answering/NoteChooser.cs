using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// Chooses one note of an answer: the model's logits, the masks of the answer's constraints, the sampler. Each draw depends on the seed,
/// the number of the answer, the number of the note and the head alone. All memory is allocated in the constructor.
/// </summary>
internal sealed class NoteChooser
{
    private static readonly int _mostClasses = Math.Max(Vocabulary.Durations, Vocabulary.Iois);

    private readonly ModelContext _context;
    private readonly bool _isMeasured;
    private readonly RepetitionGuard _repeats;
    private readonly PlannedChoices _plan;
    private readonly AnswerEnding _ending;
    private readonly Sampler _sampler = new(_mostClasses);
    private readonly DensityBias _density = new(_mostClasses);
    private readonly bool[] _allowed = new bool[_mostClasses];
    private PitchConstraint _pitches;
    private AnswerConstraints _constraints;
    private AnswerControls _controls;
    private VelocityMapping _velocity;
    private int _ordinal;

    /// <summary>A chooser for this context, in this style.</summary>
    /// <param name="context">What the model has read.</param>
    /// <param name="style">The style.</param>
    /// <param name="isMeasured">Whether bits are computed; otherwise they are NaN.</param>
    public NoteChooser(ModelContext context, StyleFile style, bool isMeasured)
    {
        _context = context;
        _isMeasured = isMeasured;
        _repeats = new(context.Memory);
        _plan = new(context);
        _ending = new(context, _plan);
        _pitches = new(style.PitchRange);
    }

    /// <summary>The notes since the player's last one, which the repetition guard compares.</summary>
    public int OwnNotes { get; set; }

    /// <summary>How surprising the last IOI chosen is to the model, in bits (<see cref="InformationContent"/>).</summary>
    public float IoiBits { get; private set; }

    /// <summary>The semitones by which composed notes are transposed to sound.</summary>
    public int Transposition => _pitches.Transposition;

    /// <summary>Whether no pitch of the scale is in the range.</summary>
    public bool IsLockedOut => _pitches.Highest < 0;

    private enum Head
    {
        Ioi,
        Pitch,
        Duration,
        Velocity,
        Variation = 8,
        VelocitySpread = 18,
    }

    /// <summary>Chooses for another style from the next answer on.</summary>
    public void UseStyle(StyleFile other) => _pitches = new(other.PitchRange);

    /// <summary>Begins an answer.</summary>
    /// <param name="controls">The controls; their temperature is multiplied by the style's.</param>
    /// <param name="constraints">The limits of the answer.</param>
    /// <param name="velocity">How the model's velocities sound.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    public void Begin(in AnswerControls controls, in AnswerConstraints constraints, in VelocityMapping velocity, int ordinal)
    {
        (_controls, _constraints, _velocity, _ordinal) = (controls, constraints, velocity, ordinal);
        _pitches.Begin(controls, _context.Register, _context.Shift);
        _plan.Begin(controls, constraints, ordinal);
        _ending.Begin(controls, constraints, _pitches);
    }

    /// <summary>Plans the form of the answer that has begun, before its first note.</summary>
    /// <param name="statistics">The form of the style's music.</param>
    /// <param name="surprise">The control's temperature.</param>
    /// <param name="piece">The piece to which it belongs.</param>
    /// <param name="sections">The sections of that piece; null to draw them.</param>
    public void Plan(FormStatistics statistics, float surprise, PiecePosition piece, SectionPlan? sections) =>
        _plan.Plan(statistics, surprise, piece, sections);

    /// <summary>The answer that has begun has no form but its given notes.</summary>
    public void PlanNothing() => _plan.Clear();

    /// <summary>The answer that has begun is a phrase itself.</summary>
    public void BeginItself(ReadOnlySpan<TimedNote> phrase) => _pitches.BeginItself(_controls, phrase, _context.Shift);

    /// <summary>The pitch that sounds for a composed one.</summary>
    public Pitch Sounding(int composed) => new((byte)(composed + Transposition));

    /// <summary>The sounding pitch in the range and the scale that is nearest to one.</summary>
    public Pitch NearestSounding(Pitch sounding) => _pitches.NearestSounding(sounding);

    /// <summary>The pitch to compose so that one sounds; an octave of it if that is outside the MIDI range.</summary>
    public int Composed(Pitch sounding) => sounding.TransposeInside(-Transposition).Number;

    /// <summary>Chooses the pitch, the duration and the velocity of a note.</summary>
    /// <exception cref="InvalidOperationException">The model's logits are not numbers.</exception>
    public ChosenNote Choose(in NoteSlot slot)
    {
        int tonic = _ending.ClassAt(slot);
        int pitch = ChoosePitch(slot, tonic, out float pitchBits);
        if (pitch == slot.Ceiling)
            return new ChosenNote { IsCeiling = true };
        var closing = _ending.At(slot, pitch, tonic);
        int duration = ChooseDuration(slot, pitch, closing, out float durationBits);
        bool isLast = _ending.Closes(slot, duration, closing);
        return new(pitch, duration, ChooseVelocity(slot, pitch, duration), isLast, tonic != Sampler.Nothing)
        {
            Bits = pitchBits + durationBits,
        };
    }

    /// <summary>Chooses the duration of a given note. Its pitch and its velocity stay, if range, scale and cadence allow.</summary>
    /// <exception cref="InvalidOperationException">The model's logits are not numbers.</exception>
    public ChosenNote ChooseRhythm(in NoteSlot slot, in TimedNote given)
    {
        int tonic = _ending.ClassAt(slot);
        var sounding = _pitches.NearestSounding(given.Pitch);
        bool isKept = tonic == Sampler.Nothing || !_ending.MustClose(slot) || sounding.Class == tonic;
        int pitch = isKept ? Composed(sounding) : ChoosePitch(slot, tonic, out _);
        var closing = _ending.At(slot, pitch, tonic);
        int duration = ChooseDuration(slot, pitch, closing, out _);
        return new(pitch, duration, given.Velocity, _ending.Closes(slot, duration, closing), tonic != Sampler.Nothing)
        {
            Kept = isKept ? sounding : null,
        };
    }

    /// <summary>Keeps a note as it is.</summary>
    public ChosenNote Keep(in NoteSlot slot, in TimedNote note)
    {
        int tonic = _ending.ClassAt(slot), pitch = Composed(note.Pitch);
        bool closes = _ending.At(slot, pitch, tonic) != Closing.No
            && (DurationMask.IsLong(_constraints, slot.Onset, note.Duration) || _ending.MustClose(slot));
        return new(pitch, Vocabulary.DurationClass(note.Duration), note.Velocity, closes, tonic != Sampler.Nothing) { Kept = note.Pitch };
    }

    /// <summary>Composes a part of a given note again; its rhythm stays.</summary>
    /// <param name="slot">Where it begins.</param>
    /// <param name="given">The note.</param>
    /// <param name="part">The part.</param>
    /// <param name="room">What it must leave to the notes of its chord above it.</param>
    /// <param name="closes">Whether it is the last.</param>
    /// <exception cref="InvalidOperationException">The model's logits are not numbers.</exception>
    public ChosenNote Reroll(in NoteSlot slot, in TimedNote given, TakeOrigin part, (TimedNote? Above, int Between) room, bool closes)
    {
        var sounding = _pitches.NearestSounding(given.Pitch);
        int duration = Vocabulary.DurationClass(given.Duration);
        if (part == TakeOrigin.Velocities)
        {
            int kept = Composed(sounding);
            return new(kept, duration, ChooseVelocity(slot, kept, duration), closes, false) { Kept = sounding };
        }
        int tonic = _ending.ClassOfGiven(closes);
        int pitch = part == TakeOrigin.Variation && Keeps(slot) && (tonic == Sampler.Nothing || sounding.Class == tonic)
            ? Sampler.Nothing
            : RerolledPitch(slot, Composed(sounding), tonic, room);
        return pitch == Sampler.Nothing
            ? new(Composed(sounding), duration, given.Velocity, closes, tonic != Sampler.Nothing) { Kept = sounding }
            : new(pitch, duration, given.Velocity, closes, tonic != Sampler.Nothing);
    }

    /// <summary>Varies a given note: draws another pitch, with the probability of the control; its rhythm stays.</summary>
    /// <param name="slot">Where it begins.</param>
    /// <param name="given">The note.</param>
    /// <param name="closes">Whether it is the last.</param>
    /// <exception cref="InvalidOperationException">The model's logits are not numbers.</exception>
    public ChosenNote Vary(in NoteSlot slot, in TimedNote given, bool closes)
    {
        int tonic = _ending.ClassOfGiven(closes);
        int pitch = VariedPitch(slot, _context.Read(given.Pitch).Number, tonic);
        int duration = Vocabulary.DurationClass(given.Duration);
        return new(pitch, duration, _velocity.OfPlayed(given.Velocity), closes, tonic != Sampler.Nothing);
    }

    /// <summary>Chooses the IOI after a note; <see cref="Sampler.Nothing"/> if the answer is complete.</summary>
    /// <param name="slot">Where the note begins.</param>
    /// <param name="note">The note.</param>
    /// <param name="soundingEnd">The tick at which all notes so far have ended.</param>
    public int ChooseIoi(in NoteSlot slot, in ChosenNote note, long soundingEnd)
    {
        if (slot.NextFixed == slot.Onset)
        {
            IoiBits = float.NaN;
            return 0;
        }
        // The highest note of a chord is written last, and would end the answer on another pitch.
        bool chord = slot.MayJoin && slot.ChordNote < _constraints.Polyphony && note.Pitch < _pitches.Highest
            && !(note.IsLast && note.MustBeTonic);
        if (note.IsLast)
        {
            _allowed.AsSpan().Clear();
            _allowed[0] = chord;
        }
        else
        {
            IoiMask.Fill(_allowed, _constraints, slot.Onset, soundingEnd, chord);
            if (slot.IsBeforeFixed)
                IoiMask.EndAt(_allowed, slot.NextFixed - slot.Onset);
            if (_plan.TryIoi(slot, _allowed, chord, out int planned))
                return Give(planned);
        }
        var logits = _context.Model.IoiLogits();
        int ioi = Draw(_density.Iois(logits, _controls.Density), slot.Index + 1, Head.Ioi);
        IoiBits = ioi == Sampler.Nothing ? 0 : Bits(logits, ioi);
        return ioi;
    }

    private int Give(int ioi)
    {
        if (!_context.Model.PredictsPlayer)
            _context.Model.GiveIoi(ioi);
        IoiBits = _context.Model.PredictsPlayer ? Bits(_context.Model.IoiLogits(), ioi) : float.NaN;
        return ioi;
    }

    private float Bits(ReadOnlySpan<float> logits, int chosen) =>
        _isMeasured && _context.Model.HasProbabilities ? InformationContent.Bits(logits, chosen) : float.NaN;

    private int ChoosePitch(in NoteSlot slot, int tonic, out float bits)
    {
        _context.Model.Memory = _plan.MemoryAt(slot.Onset);
        var logits = _context.Model.PitchLogits(slot.Ioi, slot.BarPosition);
        int pitch = ChoosePitch(_plan.Lean(logits, slot, _ending.Close), slot, tonic);
        bits = Bits(logits, pitch);
        return pitch;
    }

    private int ChoosePitch(ReadOnlySpan<float> logits, in NoteSlot slot, int tonic)
    {
        int lowest = slot.ChordNote > 1 ? slot.Previous + 1 : 0;
        int end = _ending.MustClose(slot) ? tonic : _plan.ClassAt(slot);
        if (end != Sampler.Nothing && _pitches.HasClass(end))
        {
            _pitches.FillNearest(_allowed, end, slot.Index > 0 ? slot.Previous : Likeliest(logits));
            return Choose(logits, slot.Index, Head.Pitch);
        }
        _pitches.Fill(_allowed, lowest);
        EndAtCeiling(slot);
        if (_plan.TryPitch(slot, _allowed, out int stood))
            return stood;
        if (slot.ChordNote == 1 && !_plan.Repeats(slot.Onset))
            _repeats.Forbid(_allowed, _controls.RepeatGuard, slot.Ioi, OwnNotes, _constraints.Bars.Meter);
        if (stood >= 0 && stood != slot.Ceiling)
            _allowed[stood] = false;
        EndAtCeiling(slot);
        int pitch = Draw(logits, slot.Index, Head.Pitch);
        if (pitch != Sampler.Nothing)
            return pitch;
        // Every pitch repeats.
        _pitches.Fill(_allowed, lowest);
        EndAtCeiling(slot);
        return Choose(logits, slot.Index, Head.Pitch);
    }

    private void EndAtCeiling(in NoteSlot slot)
    {
        if (slot.Ceiling >= Pitch.Count)
            return;
        _allowed.AsSpan(slot.Ceiling, Pitch.Count - slot.Ceiling).Clear();
        _allowed[slot.Ceiling] = true;
    }

    // Nothing if the chord has no room for another pitch.
    private int RerolledPitch(in NoteSlot slot, int given, int tonic, (TimedNote? Above, int Between) room)
    {
        var logits = _context.Model.PitchLogits(slot.Ioi, slot.BarPosition);
        if (tonic != Sampler.Nothing)
        {
            _pitches.FillNearest(_allowed, tonic, slot.Index > 0 ? slot.Previous : given);
            return Choose(logits, slot.Index, Head.Pitch);
        }
        int lowest = slot.ChordNote > 1 ? slot.Previous + 1 : 0;
        int end = room.Above is { } above ? Composed(above.Pitch) : Pitch.Count;
        if (!_pitches.TryFill(_allowed, lowest, end, room.Between))
            return Sampler.Nothing;
        if (slot.ChordNote == 1)
            _repeats.Forbid(_allowed, _controls.RepeatGuard, slot.Ioi, OwnNotes, _constraints.Bars.Meter);
        int pitch = Draw(logits, slot.Index, Head.Pitch);
        if (pitch != Sampler.Nothing)
            return pitch;
        _pitches.TryFill(_allowed, lowest, end, room.Between);
        return Choose(logits, slot.Index, Head.Pitch);
    }

    private bool Keeps(in NoteSlot slot) =>
        Random(slot.Index, Head.Variation) >= _controls.Variation;

    private int VariedPitch(in NoteSlot slot, int given, int tonic)
    {
        bool isEnd = tonic == Sampler.Nothing || new Pitch((byte)given).Class == tonic;
        if (isEnd && Keeps(slot) && _pitches.MayKeep(given))
            return given;
        if (tonic == Sampler.Nothing)
            _pitches.Fill(_allowed, 0);
        else
            _pitches.FillNearest(_allowed, tonic, slot.Index > 0 ? slot.Previous : given);
        return Choose(_context.Model.PitchLogits(slot.Ioi, slot.BarPosition), slot.Index, Head.Pitch);
    }

    private int Likeliest(ReadOnlySpan<float> logits)
    {
        _pitches.Fill(_allowed, 0);
        return _sampler.Draw(logits, _allowed, 0, 1, 0);
    }

    private int ChooseDuration(in NoteSlot slot, int pitch, Closing closing, out float bits)
    {
        var logits = _context.Model.DurationLogits(slot.Ioi, pitch, slot.BarPosition);
        var allowed = _allowed.AsSpan(0, Vocabulary.Durations);
        DurationMask.Fill(allowed, _constraints, slot.Onset, closing);
        if (slot.IsBeforeFixed && _constraints.IsMelody)
            DurationMask.FillUpTo(allowed, slot.NextFixed - slot.Onset);
        long longest = long.MaxValue;
        if (closing != Closing.Yes && _plan.TryDuration(slot, pitch, allowed, out int duration, out longest))
        {
            bits = Bits(logits, duration);
            return duration;
        }
        duration = Choose(closing == Closing.Yes ? logits : _density.Durations(logits, _controls.Density), slot.Index, Head.Duration);
        bits = Bits(logits, duration);
        // A longer note is cut, where the rest of its likelihood over shorter ones would make gaps.
        return DurationMask.Cut(allowed, duration, longest);
    }

    private byte ChooseVelocity(in NoteSlot slot, int pitch, int duration)
    {
        _allowed.AsSpan().Fill(true);
        int chosen = Choose(_context.Model.VelocityLogits(pitch, duration, slot.BarPosition), slot.Index, Head.Velocity);
        return _velocity.Of(chosen, slot.Onset, Random(slot.Index, Head.VelocitySpread));
    }

    private int Choose(ReadOnlySpan<float> logits, int index, Head head)
    {
        int chosen = Draw(logits, index, head);
        return chosen != Sampler.Nothing ? chosen : throw new InvalidOperationException("the model's logits are not numbers");
    }

    private int Draw(ReadOnlySpan<float> logits, int index, Head head) =>
        _sampler.Draw(logits, _allowed, _controls.Temperature, _controls.TopP, Random(index, head));

    private double Random(int index, Head head) => SeededRandom.Value(_controls.Seed, _ordinal, index, (int)head);
}
