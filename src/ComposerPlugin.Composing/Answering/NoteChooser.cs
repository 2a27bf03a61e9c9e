using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// Chooses one note of an answer: the model's logits, the masks of the answer's constraints, the sampler. Each draw depends on the seed,
/// the number of the answer, the number of the note and the head alone. All memory is allocated in the constructor.
/// </summary>
/// <param name="context">What the model has read.</param>
/// <param name="style">The style.</param>
/// <param name="isMeasured">Whether bits are computed; otherwise they are NaN.</param>
internal sealed class NoteChooser(ModelContext context, StyleFile style, bool isMeasured)
{
    // How much less a bar that is planned as new takes up motifs, or it would return too: in the unit of the control.
    private const float NewBarMemory = 1.5f;

    private static readonly int _mostClasses = Math.Max(Vocabulary.Durations, Vocabulary.Iois);

    private readonly RepetitionGuard _repeats = new(context.Memory);
    private readonly FormGuide _form = new(context);
    private readonly Sampler _sampler = new(_mostClasses);
    private readonly DensityBias _density = new(_mostClasses);
    private readonly bool[] _allowed = new bool[_mostClasses];
    private PitchConstraint _pitches = new(style.PitchRange);
    private AnswerConstraints _constraints;
    private AnswerControls _controls;
    private VelocityMapping _velocity;
    private int _ordinal;

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
        FormPitch = 16,
        FormRhythm = 17,
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
        _pitches.Begin(controls, context.Register, context.Shift);
        _form.Clear();
    }

    /// <summary>Plans the form of the answer that has begun, before its first note.</summary>
    /// <param name="statistics">The form of the style's music.</param>
    /// <param name="piece">The piece to which it belongs.</param>
    /// <param name="sections">The sections of that piece; null to draw them.</param>
    public void Plan(FormStatistics statistics, PiecePosition piece, SectionPlan? sections) =>
        _form.Begin(_controls, _constraints, _ordinal, statistics, piece, sections);

    /// <summary>The answer that has begun has no form but its given notes.</summary>
    public void PlanNothing() => _form.Clear();

    /// <summary>The answer that has begun is a phrase itself.</summary>
    public void BeginItself(ReadOnlySpan<TimedNote> phrase) => _pitches.BeginItself(_controls, phrase, context.Shift);

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
        int tonic = TonicAt(slot);
        int pitch = ChoosePitch(slot, tonic, out float pitchBits);
        if (pitch == slot.Ceiling)
            return new ChosenNote { IsCeiling = true };
        var closing = ClosingAt(slot, pitch, tonic);
        int duration = ChooseDuration(slot, pitch, closing, out float durationBits);
        return new(pitch, duration, ChooseVelocity(slot, pitch, duration), IsLast(slot, duration, closing), tonic != Sampler.Nothing)
        {
            Bits = pitchBits + durationBits,
        };
    }

    /// <summary>Chooses the duration of a given note. Its pitch and its velocity stay, if range, scale and cadence allow.</summary>
    /// <exception cref="InvalidOperationException">The model's logits are not numbers.</exception>
    public ChosenNote ChooseRhythm(in NoteSlot slot, in TimedNote given)
    {
        int tonic = TonicAt(slot);
        var sounding = _pitches.NearestSounding(given.Pitch);
        bool isKept = tonic == Sampler.Nothing || !_constraints.Cadence.MustCloseAt(slot.Onset) || sounding.Class == tonic;
        int pitch = isKept ? Composed(sounding) : ChoosePitch(slot, tonic, out _);
        var closing = ClosingAt(slot, pitch, tonic);
        int duration = ChooseDuration(slot, pitch, closing, out _);
        return new(pitch, duration, given.Velocity, IsLast(slot, duration, closing), tonic != Sampler.Nothing)
        {
            Kept = isKept ? sounding : null,
        };
    }

    /// <summary>Keeps a note as it is.</summary>
    public ChosenNote Keep(in NoteSlot slot, in TimedNote note)
    {
        int tonic = TonicAt(slot), pitch = Composed(note.Pitch);
        bool closes = ClosingAt(slot, pitch, tonic) != Closing.No
            && (DurationMask.IsLong(_constraints, slot.Onset, note.Duration) || _constraints.Cadence.MustCloseAt(slot.Onset));
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
        int tonic = _controls.EndsOnTonic && closes ? Tonic() : Sampler.Nothing;
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
        int tonic = _controls.EndsOnTonic && closes ? Tonic() : Sampler.Nothing;
        int pitch = VariedPitch(slot, context.Read(given.Pitch).Number, tonic);
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
            if (TryLeadIoi(slot, chord, out int led))
                return led;
        }
        var logits = context.Model.IoiLogits();
        int ioi = Draw(_density.Iois(logits, _controls.Density), slot.Index + 1, Head.Ioi);
        IoiBits = ioi == Sampler.Nothing ? 0 : Bits(logits, ioi);
        return ioi;
    }

    // Where the plan leads to no note, the bar that it knows has no more.
    private bool TryLeadIoi(in NoteSlot slot, bool chord, out int led)
    {
        led = Sampler.Nothing;
        if (!LeadsRhythm(slot))
            return false;
        bool leads = _form.TryNext(slot.Onset, chord, out long next);
        long ioi = next - slot.Onset;
        if (!leads)
        {
            IoiMask.BeginAt(_allowed, ioi);
            return false;
        }
        if (ioi >= _allowed.Length || !_allowed[(int)ioi])
            return false;
        led = (int)ioi;
        if (!context.Model.PredictsPlayer)
            context.Model.GiveIoi(led);
        IoiBits = context.Model.PredictsPlayer ? Bits(context.Model.IoiLogits(), led) : float.NaN;
        return true;
    }

    private bool LeadsRhythm(in NoteSlot slot) => _form.LeadsRhythm(slot.Onset, Random(slot.Index, Head.FormRhythm));

    private float Bits(ReadOnlySpan<float> logits, int chosen) =>
        isMeasured && context.Model.HasProbabilities ? InformationContent.Bits(logits, chosen) : float.NaN;

    private int TonicAt(in NoteSlot slot) =>
        slot.IsBeforeFixed || slot.Onset < _constraints.Cadence.First ? Sampler.Nothing
        : _controls.EndsOnTonic ? Tonic()
        : _form.Ending >= 0 && HasKey ? Tonic(_form.Ending)
        : Sampler.Nothing;

    private bool HasKey => _controls.Scale != Scale.Chromatic || context.Key > 0;

    // The pitch class to end on, some semitones above the tonic; Nothing if any is allowed.
    private int Tonic(int degree = 0)
    {
        int tonic = _controls.Scale == Scale.Chromatic && context.Key > 0 ? KeyTracker.TonicOf(context.Key) : _controls.Tonic;
        int end = (tonic + degree) % PhraseEndings.Degrees;
        return _pitches.HasClass(end) ? end : Sampler.Nothing;
    }

    private int ChoosePitch(in NoteSlot slot, int tonic, out float bits)
    {
        context.Model.Memory = _controls.Memory - (_form.IsNew(slot.Onset) ? NewBarMemory : 0);
        var logits = context.Model.PitchLogits(slot.Ioi, slot.BarPosition);
        int pitch = ChoosePitch(_form.Lean(logits, slot.Onset), slot, tonic);
        bits = Bits(logits, pitch);
        return pitch;
    }

    private int ChoosePitch(ReadOnlySpan<float> logits, in NoteSlot slot, int tonic)
    {
        int lowest = slot.ChordNote > 1 ? slot.Previous + 1 : 0;
        if (tonic != Sampler.Nothing && _constraints.Cadence.MustCloseAt(slot.Onset))
        {
            _pitches.FillNearest(_allowed, tonic, slot.Index > 0 ? slot.Previous : Likeliest(logits));
            return Choose(logits, slot.Index, Head.Pitch);
        }
        _pitches.Fill(_allowed, lowest);
        EndAtCeiling(slot);
        if (_form.TryPitch(slot.Onset, Random(slot.Index, Head.FormPitch), out int stood) && _allowed[stood])
            return stood;
        if (slot.ChordNote == 1 && !_form.Repeats(slot.Onset))
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
        var logits = context.Model.PitchLogits(slot.Ioi, slot.BarPosition);
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
        return Choose(context.Model.PitchLogits(slot.Ioi, slot.BarPosition), slot.Index, Head.Pitch);
    }

    private int Likeliest(ReadOnlySpan<float> logits)
    {
        _pitches.Fill(_allowed, 0);
        return _sampler.Draw(logits, _allowed, 0, 1, 0);
    }

    private Closing ClosingAt(in NoteSlot slot, int pitch, int tonic)
    {
        if (slot.IsBeforeFixed)
            return Closing.No;
        if (slot.IsInLastChord || _constraints.Cadence.MustCloseAt(slot.Onset))
            return Closing.Yes;
        if (!_constraints.Cadence.MayCloseAt(slot.Onset, _constraints.Bars) || slot.ChordNote > 1)
            return Closing.No;
        if (tonic == Sampler.Nothing)
            return Closing.IfLong;
        return new Pitch((byte)pitch).Class != tonic ? Closing.No : _controls.EndsOnTonic ? Closing.Yes : Closing.IfLong;
    }

    private int ChooseDuration(in NoteSlot slot, int pitch, Closing closing, out float bits)
    {
        var logits = context.Model.DurationLogits(slot.Ioi, pitch, slot.BarPosition);
        DurationMask.Fill(_allowed.AsSpan(0, Vocabulary.Durations), _constraints, slot.Onset, closing);
        if (slot.IsBeforeFixed && _constraints.IsMelody)
            DurationMask.FillUpTo(_allowed.AsSpan(0, Vocabulary.Durations), slot.NextFixed - slot.Onset);
        if (closing != Closing.Yes && TryLeadDuration(slot, out int duration))
        {
            bits = Bits(logits, duration);
            return duration;
        }
        duration = Choose(closing == Closing.Yes ? logits : _density.Durations(logits, _controls.Density), slot.Index, Head.Duration);
        bits = Bits(logits, duration);
        return duration;
    }

    // A note of a melody that the plan does not know ends where the next one of the plan begins.
    private bool TryLeadDuration(in NoteSlot slot, out int duration)
    {
        duration = 0;
        if (!LeadsRhythm(slot))
            return false;
        if (_form.TryDuration(slot.Onset, out duration) && _allowed[duration])
            return true;
        if (_constraints.IsMelody && _form.TryNext(slot.Onset, joins: false, out long next))
            DurationMask.EndBy(_allowed.AsSpan(0, Vocabulary.Durations), next - slot.Onset);
        return false;
    }

    private byte ChooseVelocity(in NoteSlot slot, int pitch, int duration)
    {
        _allowed.AsSpan().Fill(true);
        return _velocity.Of(Choose(context.Model.VelocityLogits(pitch, duration, slot.BarPosition), slot.Index, Head.Velocity));
    }

    private bool IsLast(in NoteSlot slot, int duration, Closing closing) => closing == Closing.Yes
        || (closing == Closing.IfLong && DurationMask.IsLong(_constraints, slot.Onset, Vocabulary.DurationTicks(duration)));

    private int Choose(ReadOnlySpan<float> logits, int index, Head head)
    {
        int chosen = Draw(logits, index, head);
        return chosen != Sampler.Nothing ? chosen : throw new InvalidOperationException("the model's logits are not numbers");
    }

    private int Draw(ReadOnlySpan<float> logits, int index, Head head) =>
        _sampler.Draw(logits, _allowed, _controls.Temperature, _controls.TopP, Random(index, head));

    private double Random(int index, Head head) => SeededRandom.Value(_controls.Seed, _ordinal, index, (int)head);
}
