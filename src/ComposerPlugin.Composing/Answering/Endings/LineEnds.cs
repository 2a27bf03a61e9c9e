using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// How the lines of a melody end before its last: each fourth bar of the phrase has a degree to rest on, and a share of them a breath, as
/// in the music of the style. A bar that varies another rests where that does. One that is the same stays so. The draws depend on the seed,
/// the number of the answer and the music so far alone. All memory is allocated in the constructor.
/// </summary>
/// <param name="context">What the model has read.</param>
/// <param name="form">The plan of the answer's bars.</param>
internal sealed class LineEnds(ModelContext context, FormGuide form)
{
    // In the music of all styles two of three breaths begin on the bar line, and the others in the middle of the bar.
    private const double OnBarLine = 2.0 / 3;

    // Draws are beside those of the plan.
    private const int DegreeDraw = 34, BreathDraw = 35;

    private readonly LineEnd[] _ends = new LineEnd[FormGuide.MostBars];
    private AnswerConstraints _constraints;
    private bool _isActive;
    private int _count;

    /// <summary>Plans nothing.</summary>
    public void Clear() => (_isActive, _count) = (false, 0);

    /// <summary>Plans the lines of an answer whose bars are planned.</summary>
    /// <param name="controls">The controls.</param>
    /// <param name="constraints">The limits of the answer.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    /// <param name="statistics">The form of the style's music.</param>
    public void Begin(in AnswerControls controls, in AnswerConstraints constraints, int ordinal, FormStatistics statistics)
    {
        (_constraints, _isActive, _count) = (constraints, constraints.IsMelody, 0);
        bool hasScale = controls.Scale != Scale.Chromatic;
        if (!_isActive || (!hasScale && form.Key == 0))
            return;
        int tonic = hasScale ? controls.Tonic : KeyTracker.TonicOf(form.Key);
        var scale = hasScale ? controls.Scale : Scale.OfKey(form.Key);
        int bars = constraints.Cadence.Closes ? form.Bars - 1 : form.Bars;
        for (int i = 0; i < bars; i++)
        {
            int bar = form.First + i, place = form.PlaceOf(bar);
            if (!PhraseEndings.EndsPhrase(place))
                continue;
            int line = PhraseEndings.BarsAt(place);
            bool isKnown = form.TryLine(bar, out var known);
            int degree = isKnown && known.EndsIn(scale) ? known.Degree
                : statistics.Endings.Draw(line, scale, SeededRandom.Value(controls.Seed, ordinal, i, DegreeDraw));
            if (degree == PhraseEndings.Unknown)
                continue;
            double breath = isKnown ? (known.Breathes ? 1 : 0) : statistics.Breaths.Probability(line);
            double random = SeededRandom.Value(controls.Seed, ordinal, i, BreathDraw);
            _ends[_count++] = new(bar, (tonic + degree) % PhraseEndings.Degrees, random < breath, random < breath * OnBarLine);
        }
    }

    /// <summary>The pitch class of a note on which a line ends; <see cref="Sampler.Nothing"/> if any will do.</summary>
    /// <param name="onset">The onset of the note.</param>
    public int ClassAt(long onset) =>
        TryFind(BarOf(onset), onset, out var end) && end.Last == onset && !IsRested(end) ? end.Class : Sampler.Nothing;

    /// <summary>Finds the note on which a line ends within a bar after a note.</summary>
    /// <param name="onset">The onset of the note.</param>
    /// <param name="last">The onset of the line's last note.</param>
    /// <param name="pitchClass">Its pitch class.</param>
    public bool TryEnd(long onset, out long last, out int pitchClass)
    {
        bool isNear = TryFind(BarOf(onset), onset, out var end) || TryFind(BarOf(onset) + 1, onset, out end);
        (last, pitchClass) = (end.Last, end.Class);
        return isNear && last > onset && last <= onset + context.Form.BarTicks && !IsRested(end);
    }

    /// <summary>Limits the duration of a note: it does not last past the onset of a line's last note, and that one lasts a beat.</summary>
    /// <param name="allowed">Whether each duration class is allowed.</param>
    /// <param name="onset">The onset of the note.</param>
    /// <param name="pitch">Its composed pitch.</param>
    /// <returns>The ticks at which a longer note is cut.</returns>
    public long LimitDurations(Span<bool> allowed, long onset, int pitch)
    {
        if (TryFind(BarOf(onset), onset, out var end) && end.Breathes && !IsRested(end) && end.MayRestAt(onset, pitch, _constraints.Bars))
        {
            // It is held to the end of the breath, or nearly so: a rest after it is a hole.
            int beat = _constraints.Bars.Meter.BeatTicks;
            long longest = end.Until - onset;
            DurationMask.FillBetween(allowed, onset == end.Last ? Math.Max(beat, longest - (beat / 2)) : 1, longest);
        }
        else if (TryTarget(onset, out long target))
            return Math.Min(target, _constraints.End) - onset;
        return long.MaxValue;
    }

    /// <summary>
    /// Limits the IOI after a note: a line's last note is not passed, and a breath follows it. If the answer is over then, none is allowed.
    /// </summary>
    /// <param name="allowed">Whether each IOI class is allowed.</param>
    /// <param name="onset">The onset of the note.</param>
    public void LimitIois(Span<bool> allowed, long onset)
    {
        if (TryFind(BarOf(onset), onset, out var end) && end.Breathes && end.Last == onset)
        {
            if (end.Until >= _constraints.End)
                allowed.Clear();
            IoiMask.BeginAt(allowed, Math.Min(end.Rest.Shortest, end.Until - onset));
        }
        if (TryTarget(onset, out long target))
            IoiMask.EndAt(allowed, target - onset);
    }

    // The next onset, as far as an IOI reaches, that must not be passed: that of a breath, or of a pickup that returns.
    private bool TryTarget(long onset, out long target)
    {
        target = 0;
        int last = _isActive ? BarOf(onset + Vocabulary.ExactTicks) : 0;
        for (int bar = BarOf(onset); bar <= last; bar++)
        {
            if (TryFind(bar, onset, out var end) && end.Breathes && end.Last > onset && !IsRested(end))
            {
                target = end.Last;
                return true;
            }
            target = form.PickupIn(bar) + onset - context.FormTick(onset);
            if (form.IsPickup(bar) && target > onset && target < _constraints.End)
                return true;
        }
        return false;
    }

    private bool TryFind(int bar, long onset, out LineEnd end)
    {
        end = default;
        for (int i = 0; i < _count; i++)
        {
            if (_ends[i].Bar == bar)
                end = _ends[i];
        }
        if (end.Bar != bar || _count == 0)
            return false;
        var reference = form.At(bar);
        long now = onset - context.FormTick(onset), line = now + context.Form.LineOf(bar);
        if (reference.Relation == BarRelation.New || form.IsPickup(bar))
        {
            long until = Math.Min(now + form.PickupIn(bar), _constraints.End);
            var rest = Cadence.Of(new(0, line - 1, until), _constraints.Grid, _constraints.Bars);
            rest = end.IsOnBarLine ? rest with { Last = line } : rest;
            end = end with { Rest = rest, Last = rest.Last, Until = until };
            return end.Breathes && rest.Closes;
        }
        end = end with { Breathes = false };
        if (reference.Relation == BarRelation.Same || !BarRest.TryFind(context.Form.NotesOf(bar - reference.Back), out var rested)
            || Vocabulary.DurationTicks(rested.Duration) < _constraints.Bars.Meter.BeatTicks)
        {
            return false;
        }
        end = end with { Last = now + rested.Onset + ((long)reference.Back * context.Form.BarTicks) };
        return true;
    }

    // Whether the breath has begun.
    private bool IsRested(in LineEnd end)
    {
        if (!end.Breathes)
            return false;
        foreach (ref readonly var note in context.Form.NotesOf(end.Bar))
        {
            long onset = note.Onset + end.Until - context.FormTick(end.Until);
            long shortest = Math.Min(end.Rest.Shortest, end.Until - onset);
            if (onset == end.Last
                || (end.MayRestAt(onset, note.Pitch, _constraints.Bars) && Vocabulary.DurationTicks(note.Duration) >= shortest))
            {
                return true;
            }
        }
        return false;
    }

    private int BarOf(long onset) => context.Form.BarOf(context.FormTick(onset));
}
