using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// Decides where an answer ends and on which pitch class: by its cadence, the control <em>End on tonic</em> and the plan.
/// </summary>
/// <param name="context">What the model has read.</param>
/// <param name="plan">The plan.</param>
internal sealed class AnswerEnding(ModelContext context, PlannedChoices plan)
{
    private AnswerControls _controls;
    private AnswerConstraints _constraints;
    private PitchConstraint? _pitches;

    // The key of the phrase, if it was known when the answer was planned.
    private int Key => plan.Key > 0 ? plan.Key : context.Key;

    private bool HasKey => _controls.Scale != Scale.Chromatic || Key > 0;

    /// <summary>Begins an answer.</summary>
    /// <param name="controls">The controls.</param>
    /// <param name="constraints">The limits of the answer.</param>
    /// <param name="pitches">The pitches that it may have.</param>
    public void Begin(in AnswerControls controls, in AnswerConstraints constraints, PitchConstraint pitches) =>
        (_controls, _constraints, _pitches) = (controls, constraints, pitches);

    /// <summary>
    /// The pitch class on which the answer ends if it closes with this note; <see cref="Sampler.Nothing"/> if any will do.
    /// </summary>
    public int ClassAt(in NoteSlot slot) =>
        slot.IsBeforeFixed || slot.Onset < _constraints.Cadence.First ? Sampler.Nothing : Close.Class;

    /// <summary>
    /// The onset with which the answer closes at the latest, and the pitch class; <see cref="Sampler.Nothing"/> if any will do.
    /// </summary>
    public (long Onset, int Class) Close => (_constraints.Cadence.Last,
        !_constraints.Cadence.Closes ? Sampler.Nothing
        : _controls.EndsOnTonic ? OnDegree(0)
        : plan.Ending >= 0 && HasKey ? OnDegree(plan.Ending)
        : Sampler.Nothing);

    /// <summary>The tonic if the control wants it for a given last note; else <see cref="Sampler.Nothing"/>.</summary>
    public int ClassOfGiven(bool closes) => _controls.EndsOnTonic && closes ? OnDegree(0) : Sampler.Nothing;

    /// <summary>Whether the answer must close with a note here.</summary>
    public bool MustClose(in NoteSlot slot) => _constraints.Cadence.MustCloseAt(slot.Onset);

    /// <summary>Whether a note is the last.</summary>
    /// <param name="slot">Where it begins.</param>
    /// <param name="pitch">Its composed pitch.</param>
    /// <param name="pitchClass"><see cref="ClassAt"/>.</param>
    public Closing At(in NoteSlot slot, int pitch, int pitchClass)
    {
        if (slot.IsBeforeFixed)
            return Closing.No;
        if (slot.IsInLastChord || MustClose(slot))
            return Closing.Yes;
        if (!_constraints.Cadence.MayCloseAt(slot.Onset, _constraints.Bars) || slot.ChordNote > 1)
            return Closing.No;
        if (pitchClass == Sampler.Nothing)
            return Closing.IfLong;
        return new Pitch((byte)pitch).Class != pitchClass ? Closing.No : _controls.EndsOnTonic ? Closing.Yes : Closing.IfLong;
    }

    /// <summary>Whether a note of this length is the last.</summary>
    /// <param name="slot">Where it begins.</param>
    /// <param name="duration">Its duration class.</param>
    /// <param name="closing">Whether it closes.</param>
    public bool Closes(in NoteSlot slot, int duration, Closing closing) => closing == Closing.Yes
        || (closing == Closing.IfLong && DurationMask.IsLong(_constraints, slot.Onset, Vocabulary.DurationTicks(duration)));

    // The pitch class of a degree, in semitones above the tonic; Nothing if it is not among the pitches.
    private int OnDegree(int degree)
    {
        int tonic = _controls.Scale == Scale.Chromatic && Key > 0 ? KeyTracker.TonicOf(Key) : _controls.Tonic;
        int end = (tonic + degree) % PhraseEndings.Degrees;
        return _pitches!.HasClass(end) ? end : Sampler.Nothing;
    }
}
