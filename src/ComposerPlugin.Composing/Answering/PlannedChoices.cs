using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// The choices of an answer that its plan leads: IOIs, pitches and durations of the bars to which the <see cref="FormGuide"/> refers, where
/// the masks allow them. All memory is allocated in the constructor.
/// </summary>
internal sealed class PlannedChoices
{
    // How much less a bar that is planned as new takes up motifs, or it would return too: in the unit of the control.
    private const float NewBarMemory = 1.5f;

    // The draw is beside those of the model's heads.
    private const int RhythmDraw = 17;

    private readonly FormGuide _form;
    private readonly LineEnds _lines;
    private readonly CadenceLean _cadence = new();
    private CadenceApproaches? _approaches;
    private AnswerControls _controls;
    private AnswerConstraints _constraints;
    private int _ordinal;

    /// <summary>Choices in this context.</summary>
    /// <param name="context">What the model has read.</param>
    public PlannedChoices(ModelContext context)
    {
        _form = new(context);
        _lines = new(context, _form);
    }

    /// <summary>The degree on which the answer ends, in semitones above the tonic; negative if any will do.</summary>
    public int Ending => _form.Ending;

    /// <summary>The key class when the answer was planned; 0 if it is unknown, or nothing is planned.</summary>
    public int Key => _form.Key;

    /// <summary>Begins an answer, without a plan.</summary>
    /// <param name="controls">The controls.</param>
    /// <param name="constraints">The limits of the answer.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    public void Begin(in AnswerControls controls, in AnswerConstraints constraints, int ordinal)
    {
        (_controls, _constraints, _ordinal) = (controls, constraints, ordinal);
        Clear();
    }

    /// <summary>Plans the answer that has begun, before its first note.</summary>
    /// <param name="statistics">The form of the style's music.</param>
    /// <param name="surprise">The temperature of the plan: that of the control, since the style's own is that of its notes.</param>
    /// <param name="piece">The piece to which it belongs.</param>
    /// <param name="sections">The sections of that piece; null to draw them.</param>
    public void Plan(FormStatistics statistics, float surprise, PiecePosition piece, SectionPlan? sections)
    {
        var controls = _controls with { Temperature = surprise };
        _form.Begin(controls, _constraints, _ordinal, statistics, piece, sections);
        if (controls.Form == AnswerForm.AsStyle)
            _lines.Begin(controls, _constraints, _ordinal, statistics);
        _approaches = statistics.Approaches;
    }

    /// <summary>Removes the plan.</summary>
    public void Clear()
    {
        _form.Clear();
        _lines.Clear();
    }

    /// <summary>The pitch class of a note on which a line ends; <see cref="Sampler.Nothing"/> if any will do.</summary>
    public int ClassAt(in NoteSlot slot) => slot.IsBeforeFixed || slot.ChordNote > 1 ? Sampler.Nothing : _lines.ClassAt(slot.Onset);

    /// <summary>Whether the plan repeats an earlier bar here, so that this is no loop in which the model is stuck.</summary>
    public bool Repeats(long onset) => _form.Repeats(onset);

    /// <summary>How strongly a note repeats motifs, in the unit of the control.</summary>
    public float MemoryAt(long onset) => _controls.Memory - (_form.IsNew(onset) ? NewBarMemory : 0);

    /// <summary>
    /// The logits of pitches, which lean to the register of a new line or section, and within a bar before a rest to the degrees on which
    /// it is approached.
    /// </summary>
    /// <param name="logits">The logits.</param>
    /// <param name="slot">Where the note begins.</param>
    /// <param name="close">The onset at which the answer closes, and its pitch class; <see cref="Sampler.Nothing"/> if any will do.</param>
    public ReadOnlySpan<float> Lean(ReadOnlySpan<float> logits, in NoteSlot slot, (long Onset, int Class) close)
    {
        var leaning = _form.Lean(logits, slot.Onset);
        if (slot.IsBeforeFixed || _form.Bars == 0)
            return leaning;
        long ticks = close.Onset - slot.Onset;
        if (close.Class == Sampler.Nothing || ticks <= 0 || ticks > _constraints.Bars.Meter.BarTicks)
        {
            if (!_lines.TryEnd(slot.Onset, out long last, out int rest))
                return leaning;
            (ticks, close.Class) = (last - slot.Onset, rest);
        }
        int parts = CadenceApproaches.PartsOf(ticks, _constraints.Bars.Meter.BarTicks);
        return _form.Tonic is { } tonic ? _cadence.Apply(leaning, _approaches!, tonic, close.Class, parts) : leaning;
    }

    /// <summary>Finds the IOI to which the plan leads.</summary>
    /// <param name="slot">Where the note before it begins.</param>
    /// <param name="allowed">
    /// Whether each IOI class is allowed. IOIs into a bar are removed if that to which it refers has no more notes.
    /// </param>
    /// <param name="chord">Whether another note may begin together with the last one.</param>
    /// <param name="ioi">The IOI.</param>
    public bool TryIoi(in NoteSlot slot, Span<bool> allowed, bool chord, out int ioi)
    {
        ioi = Sampler.Nothing;
        if (!slot.IsBeforeFixed)
            _lines.LimitIois(allowed, slot.Onset);
        if (_form.TryReturn(slot.Onset, out long back))
            IoiMask.EndBy(allowed, back - slot.Onset);
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
        _form.TryPitch(slot.Onset, slot.Ioi, out stood) && allowed[stood];

    /// <summary>Finds the duration to which the plan leads.</summary>
    /// <param name="slot">Where the note begins.</param>
    /// <param name="pitch">Its composed pitch.</param>
    /// <param name="allowed">Whether each duration class is allowed; those that do not end a line as planned are removed.</param>
    /// <param name="duration">The duration class.</param>
    /// <param name="longest">
    /// The ticks at which a note of a melody that the plan does not know is cut: where the next one of the plan begins.
    /// </param>
    public bool TryDuration(in NoteSlot slot, int pitch, Span<bool> allowed, out int duration, out long longest)
    {
        (duration, longest) = (0, long.MaxValue);
        if (!slot.IsBeforeFixed)
            longest = _lines.LimitDurations(allowed, slot.Onset, pitch);
        if (_constraints.IsMelody && _form.TryReturn(slot.Onset, out long back))
            longest = Math.Min(longest, back - slot.Onset);
        if (!LeadsRhythm(slot))
            return false;
        if (_form.TryDuration(slot.Onset, out duration) && allowed[duration] && Vocabulary.DurationTicks(duration) <= longest)
            return true;
        if (_constraints.IsMelody && _form.TryNext(slot.Onset, joins: false, out long next))
            longest = Math.Min(longest, next - slot.Onset);
        return false;
    }

    private bool LeadsRhythm(in NoteSlot slot) => _form.LeadsRhythm(slot.Onset, Random(slot, RhythmDraw));

    private double Random(in NoteSlot slot, int draw) => SeededRandom.Value(_controls.Seed, _ordinal, slot.Index, draw);
}
