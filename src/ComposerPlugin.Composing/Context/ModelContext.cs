using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// The music so far as the model knows it: the encoder, the motif memory and the model, always at the same note.
/// </summary>
internal sealed class ModelContext
{
    private const int RegisterNotes = 16;

    private readonly NoteEncoder _encoder = new(new MotifMemory(Capacities.MotifNotes));
    private readonly RecentSteps _steps = new();
    private MelodyModel _model;
    private CatchUpModel? _understudy;
    private NoteEncoder.Mark _mark;
    private bool _hadNotesAtMark;
    private int _notesSinceMark;

    /// <summary>A piece that this model follows.</summary>
    public ModelContext(MelodyModel model)
    {
        _model = model;
        model.Motifs = new(_encoder);
    }

    /// <summary>The model, at the last note.</summary>
    public MelodyModel Model => _model;

    /// <summary>The notes so far.</summary>
    public MotifMemory Memory => _encoder.Memory;

    /// <summary>The key class of the notes so far.</summary>
    public int Key => _encoder.Input.Key;

    /// <summary>About which pitch the last notes lie: their mean; -1 when there is none.</summary>
    public int Register
    {
        get
        {
            int count = Math.Min(Memory.Count, RegisterNotes), sum = 0;
            for (int note = Memory.Count - count; note < Memory.Count; note++)
                sum += Memory[note].Pitch;
            return count == 0 ? -1 : sum / count;
        }
    }

    /// <summary>Whether a piece has begun.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether it has a note.</summary>
    public bool HasNotes { get; private set; }

    /// <summary>The onset of the last note, or the bar line that the piece began from.</summary>
    public long Onset => _encoder.Onset;

    /// <summary>Whether <see cref="Return"/> can go back to the last <see cref="Mark"/>.</summary>
    public bool IsMarked { get; private set; }

    /// <summary>How many steps the model that is to take over has still to read; 0 when none is.</summary>
    public int StepsBehind => _understudy?.Behind ?? 0;

    /// <summary>Has another model read what the present one has read, to take over from it; null to have none do so.</summary>
    public void Prepare(MelodyModel? model) => _understudy = model is null ? null : new(model, _steps);

    /// <summary>Has the model that is to take over read a step; false when it has read all.</summary>
    public bool CatchUp() => _understudy?.Read() ?? false;

    /// <summary>The model that was prepared, and has read all, takes over.</summary>
    /// <returns>The former model.</returns>
    public MelodyModel TakeOver()
    {
        var former = _model;
        _model = _understudy!.Model;
        _model.Motifs = former.Motifs;
        IsMarked &= _understudy.HasMark;
        _understudy = null;
        return former;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        IsStarted = HasNotes = IsMarked = false;
        _steps.Clear();
        _understudy?.Restart();
    }

    /// <summary>Begins a piece whose first note is at a tick.</summary>
    public void Start(long onset, BarGrid bars)
    {
        _encoder.Start(bars.Meter, bars.BarLineBefore(onset), NoteEncoder.IsPickup(bars.BarPositionOf(onset), bars.Meter));
        IsStarted = true;
        HasNotes = IsMarked = false;
        _model.Reset();
        _steps.Clear();
        _understudy?.Restart();
        Advance();
    }

    /// <summary>Lets time pass up to a note's onset: silent bars are left out, and what is then too long for a gap is waited for.</summary>
    /// <returns>The gap that is left, 0 to <see cref="Vocabulary.ExactTicks"/>; 0 also when the onset lies before the last one.</returns>
    public int Approach(long onset, BarGrid bars)
    {
        if (_encoder.Meter != bars.Meter || _encoder.BarPositionAt(bars.BarLine) != 0)
            _encoder.ChangeMeter(bars.Meter, bars.BarLine);
        long tooLong = onset - _encoder.Onset - Vocabulary.ExactTicks;
        long silent = (onset - _encoder.End) / bars.Meter.BarTicks;
        if (tooLong > 0 && silent > 0)
            _encoder.SkipSilence((int)Math.Min(CeilingDivide(tooLong, bars.Meter.BarTicks), silent));
        while (onset - _encoder.Onset > Vocabulary.ExactTicks)
            Push(NoteStep.Wait);
        return (int)Math.Max(onset - _encoder.Onset, 0);
    }

    /// <summary>Moves what was heard earlier by whole bars, if it reaches beyond a tick, so that a note there is not in its past.</summary>
    public void MakeWay(long onset)
    {
        long beyond = _encoder.Onset - onset;
        if (beyond > 0)
            _encoder.SkipSilence(-(int)CeilingDivide(beyond, _encoder.Meter.BarTicks));
    }

    /// <summary>The place in the bar, for the model, of a note after this gap.</summary>
    public int BarPositionAfter(int ioi) => _encoder.BarPositionAt(_encoder.Onset + ioi);

    /// <summary>Adds a step and has the model read it.</summary>
    public void Push(NoteStep step)
    {
        _encoder.Push(step);
        if (step.IsNote)
        {
            HasNotes = true;
            _notesSinceMark++;
            IsMarked &= _notesSinceMark <= Capacities.NotesSinceMark;
        }
        Advance();
    }

    /// <summary>Remembers the present point.</summary>
    public void Mark()
    {
        _mark = _encoder.Here();
        _model.Mark();
        _steps.Mark();
        _understudy?.Mark();
        _hadNotesAtMark = HasNotes;
        _notesSinceMark = 0;
        IsMarked = true;
    }

    /// <summary>Goes back to the point remembered; a piece without a note then is not begun.</summary>
    public void Return()
    {
        _encoder.Return(_mark);
        _model.Return();
        _understudy?.Return();
        _steps.Return();
        IsStarted = HasNotes = _hadNotesAtMark;
        IsMarked = false;
    }

    private void Advance()
    {
        var input = _encoder.Input;
        _model.Advance(input);
        _steps.Add(input);
    }

    private static long CeilingDivide(long value, long by) => (value + by - 1) / by;
}
