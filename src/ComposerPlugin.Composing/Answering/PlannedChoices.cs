using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// The choices of an answer that its plan leads: IOIs, pitches and durations of the bars to which the <see cref="FormGuide"/> refers, where
/// the masks allow them. All memory is allocated in the constructor.
/// </summary>
/// <param name="context">What the model has read.</param>
internal sealed class PlannedChoices(ModelContext context)
{
    // How much less a bar that is planned as new takes up motifs, or it would return too: in the unit of the control.
    private const float NewBarMemory = 1.5f;

    // Draws are beside those of the model's heads.
    private const int PitchDraw = 16, RhythmDraw = 17;

    private readonly FormGuide _form = new(context);
    private AnswerControls _controls;
    private AnswerConstraints _constraints;
    private int _ordinal;

    /// <summary>The degree on which the answer ends, in semitones above the tonic; negative if any will do.</summary>
    public int Ending => _form.Ending;

    /// <summary>Begins an answer, without a plan.</summary>
    /// <param name="controls">The controls.</param>
    /// <param name="constraints">The limits of the answer.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    public void Begin(in AnswerControls controls, in AnswerConstraints constraints, int ordinal)
    {
        (_controls, _constraints, _ordinal) = (controls, constraints, ordinal);
        _form.Clear();
    }

    /// <summary>Plans the answer that has begun, before its first note.</summary>
    /// <param name="statistics">The form of the style's music.</param>
    public void Plan(FormStatistics statistics) => _form.Begin(_controls, _constraints, _ordinal, statistics);

    /// <summary>Removes the plan.</summary>
    public void Clear() => _form.Clear();

    /// <summary>Whether the plan repeats an earlier bar here, so that this is no loop in which the model is stuck.</summary>
    public bool Repeats(long onset) => _form.Repeats(onset);

    /// <summary>How strongly a note repeats motifs, in the unit of the control.</summary>
    public float MemoryAt(long onset) => _controls.Memory - (_form.IsNew(onset) ? NewBarMemory : 0);

    /// <summary>Finds the IOI to which the plan leads.</summary>
    /// <param name="slot">Where the note before it begins.</param>
    /// <param name="allowed">
    /// Whether each IOI class is allowed. If the plan leads to no note, the bar that it refers to has no more, and IOIs into it are removed.
    /// </param>
    /// <param name="chord">Whether another note may begin together with the last one.</param>
    /// <param name="ioi">The IOI.</param>
    public bool TryIoi(in NoteSlot slot, Span<bool> allowed, bool chord, out int ioi)
    {
        ioi = Sampler.Nothing;
        if (!LeadsRhythm(slot))
            return false;
        bool leads = _form.TryNext(slot.Onset, chord, out long next);
        long led = next - slot.Onset;
        if (!leads)
        {
            IoiMask.BeginAt(allowed, led);
            return false;
        }
        if (led >= allowed.Length || !allowed[(int)led])
            return false;
        ioi = (int)led;
        return true;
    }

    /// <summary>Finds the pitch to which the plan leads.</summary>
    /// <param name="slot">Where the note begins.</param>
    /// <param name="allowed">Whether each pitch is allowed.</param>
    /// <param name="stood">The pitch that stood where the plan refers to; -1 if none did, or any may be chosen.</param>
    /// <returns>Whether to take it; if not, the note is another one.</returns>
    public bool TryPitch(in NoteSlot slot, ReadOnlySpan<bool> allowed, out int stood) =>
        _form.TryPitch(slot.Onset, Random(slot, PitchDraw), out stood) && allowed[stood];

    /// <summary>Finds the duration to which the plan leads.</summary>
    /// <param name="slot">Where the note begins.</param>
    /// <param name="allowed">
    /// Whether each duration class is allowed. A note of a melody that the plan does not know ends where the next one of the plan begins.
    /// </param>
    /// <param name="duration">The duration class.</param>
    public bool TryDuration(in NoteSlot slot, Span<bool> allowed, out int duration)
    {
        duration = 0;
        if (!LeadsRhythm(slot))
            return false;
        if (_form.TryDuration(slot.Onset, out duration) && allowed[duration])
            return true;
        if (_constraints.IsMelody && _form.TryNext(slot.Onset, joins: false, out long next))
            DurationMask.FillUpTo(allowed, next - slot.Onset);
        return false;
    }

    private bool LeadsRhythm(in NoteSlot slot) => _form.LeadsRhythm(slot.Onset, Random(slot, RhythmDraw));

    private double Random(in NoteSlot slot, int draw) => SeededRandom.Value(_controls.Seed, _ordinal, slot.Index, draw);
}
