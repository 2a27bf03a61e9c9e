using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// Plans which earlier bar each bar of an answer refers to, before its notes are chosen, and leads the notes there. The plan depends on the
/// seed, the number of the answer and the music so far alone. All memory is allocated in the constructor.
/// </summary>
/// <param name="context">What the model has read.</param>
internal sealed class FormGuide(ModelContext context)
{
    // The longest answer, and the bars that it touches before and after.
    internal const int MostBars = 18;

    private const int LongestPhrase = 16, LineBars = 4;

    // "Almost the phrase again" varies its last bar, or each fourth bar of a phrase of one.
    private const int VariedAgain = 4;

    // Below it a plan is always the likeliest.
    private const double LeastTemperature = 0.1;

    // Draws of the plan are beside those of the notes.
    private const int BarDraw = 32, EndingDraw = 33, SpanDraw = 36;

    private readonly BarReference[] _plan = new BarReference[MostBars];
    private readonly BarSpan[] _spans = new BarSpan[MostBars];
    private readonly bool[] _possible = new bool[BarReference.Count];
    private readonly SectionGuide _sections = new(context);
    private readonly TuneGuide _tune = new(context);
    private AnswerForm _form;
    private int _opening;
    private long _openingOnset;
    private bool _hasPickup;
    private int _first;
    private int _bars;
    private double _looseness;
    private int _ending = PhraseEndings.Unknown;

    // Whether the tonic is that of a scale, and not that of the estimated key, which moves.
    private bool _hasScale;
    private int _tonic;

    /// <summary>The degree on which the answer ends, in semitones above the tonic; negative if any will do.</summary>
    public int Ending => _ending < 0 || _hasScale
        ? _ending
        : (_ending + _sections.HomeAbove(Key > 0 ? Key : context.Key)) % PhraseEndings.Degrees;

    /// <summary>The key class when the answer was planned; 0 if it is unknown, or nothing is planned.</summary>
    public int Key { get; private set; }

    /// <summary>The pitch class of the tonic of the scale, or else of the key when the answer was planned; null if it is unknown.</summary>
    public int? Tonic => _hasScale ? _tonic : Key > 0 ? KeyTracker.TonicOf(Key) : null;

    /// <summary>The first bar of the plan.</summary>
    public int First => _first;

    /// <summary>How many bars are planned.</summary>
    public int Bars => _bars;

    /// <summary>Plans nothing: the model is free.</summary>
    public void Clear()
    {
        (_bars, Key, _ending) = (0, 0, PhraseEndings.Unknown);
        _sections.Clear();
        _tune.Clear();
    }

    /// <summary>Plans an answer. The context has read all music before it.</summary>
    /// <param name="controls">The controls.</param>
    /// <param name="constraints">The limits of the answer.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    /// <param name="statistics">The form of the style's music.</param>
    /// <param name="piece">The piece to which the answer belongs.</param>
    /// <param name="sections">The sections of that piece; null to draw them.</param>
    public void Begin(
        in AnswerControls controls, in AnswerConstraints constraints, int ordinal, FormStatistics statistics, PiecePosition piece,
        SectionPlan? sections)
    {
        Clear();
        var memory = context.Form;
        if (controls.Form == AnswerForm.Free)
            return;
        long start = context.FormTick(constraints.Bounds.Start), end = context.FormTick(constraints.End);
        (_form, _first, _looseness) = (controls.Form, memory.BarOf(start), Math.Abs(controls.Density));
        (_hasScale, _tonic) = (controls.Scale != Scale.Chromatic, controls.Tonic);
        _opening = memory.OpeningBar < 0 ? _first : memory.OpeningBar;
        Key = context.Key;
        (_openingOnset, _hasPickup) = (memory.OpeningOnset, memory.HasPickup);
        int bars = Math.Clamp(memory.BarOf(end - 1) - _first + 1, 0, MostBars);
        if (_form == AnswerForm.AsStyle)
        {
            _sections.Begin(
                piece, sections, statistics.Sections, constraints.Bounds, constraints.Bars.Meter.BarTicks, constraints.Cadence.Closes);
            // A section of a piece returns without the phrase's pickup.
            _hasPickup &= !_sections.IsPiece;
            Draw(controls, constraints, ordinal, statistics, bars);
        }
        else
        {
            Follow(bars, PhraseBars(start));
        }
        for (int bar = 0; bar < _bars; bar++)
        {
            var span = statistics.Variations.Draw(SeededRandom.Value(controls.Seed, ordinal, bar, SpanDraw));
            // A cadence needs half a bar.
            bool ends = bar == _bars - 1 || PhraseEndings.EndsPhrase(PlaceOf(_first + bar));
            _spans[bar] = ends ? new(Math.Min(span.First, BarSpan.Parts / 2), BarSpan.Parts) : span;
        }
    }

    /// <summary>Whether the plan repeats an earlier bar here, so that this is no loop in which the model is stuck.</summary>
    /// <param name="onset">The onset of a note.</param>
    public bool Repeats(long onset) => AtOnset(onset).Relation >= BarRelation.Varied;

    /// <summary>Whether the plan asks for new notes here.</summary>
    /// <param name="onset">The onset of a note.</param>
    public bool IsNew(long onset) => _bars > 0 && AtOnset(onset).Relation < BarRelation.Varied;

    /// <summary>The logits of pitches, which lean to the register of the line or section where it is new.</summary>
    /// <param name="logits">The logits.</param>
    /// <param name="onset">The onset of the note.</param>
    public ReadOnlySpan<float> Lean(ReadOnlySpan<float> logits, long onset) =>
        _sections.IsPiece ? _sections.Lean(logits, BarOf(onset))
        : IsNew(onset) ? _tune.Lean(logits, BarOf(onset))
        : logits;

    /// <summary>How the line of a bar ends in the tune whose form the answer takes.</summary>
    /// <param name="bar">The bar, as the form memory counts.</param>
    /// <param name="line">The line.</param>
    public bool TryLine(int bar, out LineForm line) => _tune.TryLine(bar, out line);

    /// <summary>Finds the pitch that stood where the plan refers to.</summary>
    /// <param name="onset">The onset of the note.</param>
    /// <param name="ioi">The ticks since the onset before.</param>
    /// <param name="pitch">The pitch, as the model reads it; -1 if none stood there, or any may be chosen.</param>
    /// <returns>Whether to take it; if not, this is the first note of a variation, with another one.</returns>
    public bool TryPitch(long onset, int ioi, out int pitch)
    {
        var reference = AtOnset(onset);
        bool stood = context.Form.TryStoodBefore(reference.Back, context.FormTick(onset), out var note);
        bool varies = Varies(onset);
        bool begins = varies && InBar(onset) - ioi < BarSpan.TickOf(SpanAt(onset).First, context.Form.BarTicks);
        pitch = stood && reference.Relation >= BarRelation.Varied && (!varies || begins) ? note.Pitch : -1;
        return pitch >= 0 && !varies;
    }

    /// <summary>Whether the plan leads the place and the length of a note.</summary>
    /// <param name="onset">The onset of the note.</param>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public bool LeadsRhythm(long onset, double random) =>
        AtOnset(onset).Relation != BarRelation.New && !Varies(onset) && random < 1 - _looseness;

    /// <summary>
    /// Finds the onset at which the plan goes on after a variation, so that no note is longer and the next begins there at the latest.
    /// </summary>
    /// <param name="onset">The onset of a note.</param>
    /// <param name="next">The onset, after that of the note.</param>
    public bool TryReturn(long onset, out long next)
    {
        next = 0;
        if (!Varies(onset))
            return false;
        long end = context.Form.LineOf(BarOf(onset)) + BarSpan.TickOf(SpanAt(onset).End, context.Form.BarTicks);
        // The last tick of the variation, after which the next note is looked for.
        return TryNext(onset + end - 1 - context.FormTick(onset), joins: false, out next);
    }

    /// <summary>Finds the duration to which the plan leads.</summary>
    /// <param name="onset">The onset of the note.</param>
    /// <param name="duration">The duration class.</param>
    public bool TryDuration(long onset, out int duration)
    {
        bool stood = context.Form.TryStoodBefore(At(BarOf(onset)).Back, context.FormTick(onset), out var note);
        duration = note.Duration;
        return stood;
    }

    /// <summary>Finds the onset to which the plan leads after a note: in its bar, or else in the next, if that refers to one too.</summary>
    /// <param name="onset">The onset of the note.</param>
    /// <param name="joins">Whether another note may begin together with it.</param>
    /// <param name="next">The onset; if there is none, the bar line after which the model is free.</param>
    public bool TryNext(long onset, bool joins, out long next)
    {
        long now = context.FormTick(onset);
        int bar = context.Form.BarOf(now);
        for (int ahead = 0; ahead < 2; ahead++, bar++)
        {
            var reference = At(bar);
            if (reference.Relation == BarRelation.New || (ahead > 0 && IsPickup(bar)))
                break;
            if (context.Form.TryDueIn(bar, reference.Back, now, joins, out var due))
            {
                next = onset + context.Form.LineOf(bar) - context.Form.LineOf(bar - reference.Back) + due.Onset - now;
                return true;
            }
        }
        next = onset + context.Form.LineOf(bar) - now;
        return false;
    }

    /// <summary>What a bar refers to; no earlier bar if it is not planned.</summary>
    /// <param name="bar">The bar, as the form memory counts.</param>
    public BarReference At(int bar) => (uint)(bar - _first) < (uint)_bars ? _plan[bar - _first] : BarReference.New;

    /// <summary>The place of a bar in the phrase (<see cref="FormHint.Place"/>).</summary>
    public int PlaceOf(int bar) => FormHint.PlaceOf(bar - OpeningOf(bar));

    /// <summary>Whether a bar plays the pickup of the phrase again; the bar is free until then.</summary>
    public bool IsPickup(int bar) =>
        _hasPickup && At(bar) is { Relation: not BarRelation.New } reference && bar - reference.Back < _opening;

    /// <summary>The onset in a bar at which the pickup returns, as the form memory counts; the end of the bar if it does not.</summary>
    public long PickupIn(int bar) =>
        IsPickup(bar) ? _openingOnset + ((long)At(bar).Back * context.Form.BarTicks) : context.Form.LineOf(bar + 1);

    private int OpeningOf(int bar) => _sections.IsPiece ? _sections.OpeningOf(bar) : _opening;

    private bool Varies(long onset) => AtOnset(onset).Relation == BarRelation.Varied
        && SpanAt(onset).Contains(InBar(onset), context.Form.BarTicks);

    // Of a planned bar.
    private BarSpan SpanAt(long onset) => _spans[BarOf(onset) - _first];

    private long InBar(long onset) => context.FormTick(onset) - context.Form.LineOf(BarOf(onset));

    private int BarOf(long onset) => context.Form.BarOf(context.FormTick(onset));

    private BarReference AtOnset(long onset)
    {
        int bar = BarOf(onset);
        return IsPickup(bar) && context.FormTick(onset) < PickupIn(bar) ? BarReference.New : At(bar);
    }

    private void Draw(
        in AnswerControls controls, in AnswerConstraints constraints, int ordinal, FormStatistics statistics, int bars)
    {
        Open(_first);
        var (last, before) = ReadPhrase();
        int same = 0;
        double sharpness = 1 / Math.Max(controls.Temperature, LeastTemperature);
        if (!_sections.IsPiece)
        {
            int key = statistics.Keys.Estimate(context.Form, _opening - (_hasPickup ? 1 : 0), _first);
            Key = key > 0 ? key : Key;
            _tune.Begin(statistics.Tunes, _opening, _first, bars, Key, sharpness, controls.Seed, ordinal);
        }
        for (int bar = _first; bar < _first + bars; bar++)
        {
            if (Open(bar))
                (last, before, same) = (BarReference.New, BarReference.New, 0);
            if (_sections.IsPiece && _sections.TryReturn(bar, out var back))
            {
                // In a bar without onsets the note before it may last.
                bool stands = HasNotes(bar - back.Back) || HasNotes(bar - back.Back - 1);
                _plan[_bars++] = stands ? back : BarReference.New;
                continue;
            }
            FillPossible(bar, last);
            if (_tune.TryBar(bar, out var reference))
            {
                reference = _possible[reference.Index] ? reference : BarReference.New;
            }
            else
            {
                double random = SeededRandom.Value(controls.Seed, ordinal, bar - _first, BarDraw);
                reference = statistics.Bars.Draw(PlaceOf(bar), last, before, _possible, sharpness, random);
            }
            reference = reference.In(bar - _opening, last);
            // No line that the chain draws is one of the phrase again, and in an answer of one line no third bar is: another seed would
            // give the same, and nobody needs an answer that says nothing.
            same = reference.Relation == BarRelation.Same && !_tune.IsTaken ? same + 1 : 0;
            if (same == (bars > LineBars ? LineBars : LineBars - 1) || (same > 1 && bar == _first + bars - 1))
                (reference, same) = (reference with { Relation = BarRelation.Varied }, 0);
            if (reference.Relation >= BarRelation.Varied && bar - reference.Back == _opening)
                BringPickup(reference.Back);
            _plan[_bars++] = reference;
            (last, before) = (reference, last);
        }
        if (constraints.Cadence.Closes && bars > 0)
        {
            double random = SeededRandom.Value(controls.Seed, ordinal, 0, EndingDraw);
            int end = PhraseEndings.EndOf(PlaceOf(_first + bars - 1), bars);
            var scale = DegreesOf(controls);
            bool endsLine = TryLine(_first + bars - 1, out var line) && line.EndsIn(scale);
            _ending = _sections.IsPiece && _sections.TryEnd(statistics.Endings, scale, out int degree) ? degree
                : end == PhraseEndings.Tune ? statistics.Endings.Likeliest(end, scale)
                : endsLine ? line.Degree
                : statistics.Endings.Draw(end, scale, random);
        }
    }

    // The opening returns in the next bar, and its pickup before it.
    private void BringPickup(int back)
    {
        if (_hasPickup && _bars > 0 && _plan[_bars - 1].Relation == BarRelation.New)
            _plan[_bars - 1] = new(back, BarRelation.Same);
    }

    // The degrees of the scale that is set, or else of the key.
    private Scale DegreesOf(in AnswerControls controls) =>
        controls.Scale != Scale.Chromatic ? controls.Scale : Key > 0 ? Scale.OfKey(Key) : Scale.Chromatic;

    // In a piece each section has its own opening. Returns whether it begins with the bar.
    private bool Open(int bar)
    {
        int opening = _opening;
        _opening = OpeningOf(bar);
        return _opening != opening;
    }

    // How the last two bars before the answer refer to those before them.
    private (BarReference Last, BarReference Before) ReadPhrase()
    {
        var (last, before) = (BarReference.New, BarReference.New);
        for (int bar = Math.Max(_opening, _first - LongestPhrase); bar < _first; bar++)
            (last, before) = (BarComparison.ReferenceOf(context.Form, bar, last), last);
        return (last, before);
    }

    // A bar with notes, or one that is planned.
    private void FillPossible(int bar, BarReference last)
    {
        int first = _hasPickup ? _opening - 1 : _opening;
        for (int i = 0; i < _possible.Length; i++)
        {
            var reference = BarReference.At(i);
            int back = reference.In(bar - _opening, last).Back, other = bar - back;
            bool isKnown = reference.Back != BarReference.Opening || !BarReference.IsUsual(back);
            _possible[i] = isKnown && back > 0 && other >= first && HasNotes(other);
        }
    }

    private bool HasNotes(int bar) => bar >= _first || context.Form.HasNotesIn(bar);

    private void Follow(int bars, int phrase)
    {
        for (; _bars < bars; _bars++)
        {
            bool again = _form == AnswerForm.PhraseAgain;
            bool varies = (_bars + 1) % (phrase == 1 ? VariedAgain : phrase) == 0;
            var relation = !again ? BarRelation.Rhythm : varies ? BarRelation.Varied : BarRelation.Same;
            _plan[_bars] = _first + _bars - phrase >= _opening ? new(phrase, relation) : BarReference.New;
        }
    }

    // The bars from the opening to the answer; a bar that it shares with the phrase belongs to the one that has more of it.
    private int PhraseBars(long start)
    {
        var memory = context.Form;
        long ticks = start - memory.LineOf(_opening), bar = memory.BarTicks;
        return (int)Math.Clamp((ticks + (bar / 2)) / bar, 1, LongestPhrase);
    }
}
