using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>The music that the model has read: the encoder, the motif memory and the model, always at the same note.</summary>
internal sealed class ModelContext
{
    private const int RegisterNotes = 16, Octave = 12;

    // A sixth of the range at each end is its edge.
    private const int EdgeShare = 6;

    private readonly NoteEncoder _encoder = new(new MotifMemory(Capacities.MotifNotes));
    private readonly RecentSteps _steps = new();
    private MelodyModel _model;
    private ModelCatchUp? _next;
    private NoteEncoder.Mark _mark;
    private bool _hadNotesAtMark;
    private int _notesSinceMark;
    private int _shiftAtMark;

    /// <summary>The context of this model.</summary>
    public ModelContext(MelodyModel model)
    {
        _model = model;
        model.Motifs = new(_encoder);
    }

    /// <summary>The model, at the last note.</summary>
    public MelodyModel Model => _model;

    /// <summary>The notes so far.</summary>
    public MotifMemory Memory => _encoder.Memory;

    /// <summary>The notes so far, by bars.</summary>
    public FormMemory Form => _encoder.FormMemory;

    /// <summary>The key class of the notes so far.</summary>
    public int Key => _encoder.Key;

    /// <summary>The mean pitch of the last notes, as a MIDI note number; -1 if there is none.</summary>
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

    /// <summary>The semitones by which the phrase is moved for the model; whole octaves.</summary>
    public int Shift { get; private set; }

    /// <summary>Whether it was started.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether it has a note.</summary>
    public bool HasNotes { get; private set; }

    /// <summary>The onset of the last note, or the bar line from which it was started.</summary>
    public long Onset => _encoder.Onset;

    /// <summary>Whether <see cref="Return"/> can return to the last <see cref="Mark"/>.</summary>
    public bool IsMarked { get; private set; }

    /// <summary>How many steps the next model has still to read; 0 if there is none.</summary>
    public int StepsBehind => _next?.Behind ?? 0;

    /// <summary>Sets the model that is to take over, once it has read what the current one has; null for none.</summary>
    public void Prepare(MelodyModel? model) => _next = model is null ? null : new(model, _steps);

    /// <summary>Has the next model read a step; false if it has read all.</summary>
    public bool CatchUp() => _next?.Read() ?? false;

    /// <summary>Changes to the next model, which has caught up.</summary>
    /// <returns>The former model.</returns>
    public MelodyModel TakeOver()
    {
        var former = _model;
        _model = _next!.Model;
        _model.Motifs = former.Motifs;
        IsMarked &= _next.HasMark;
        _next = null;
        return former;
    }

    /// <summary>
    /// Moves what is played from now on by octaves, so that a pitch at the edge of a range, or outside, lies near its middle.
    /// </summary>
    /// <param name="range">The range; null to move nothing.</param>
    /// <param name="pitch">The pitch.</param>
    public void MoveInto(StylePitchRange? range, Pitch pitch)
    {
        Shift = 0;
        if (range is null)
            return;
        int edge = (range.Highest - range.Lowest) / EdgeShare;
        if (pitch.Number < range.Lowest + edge || pitch.Number > range.Highest - edge)
            Shift = Octave * (int)Math.Round(((range.Lowest + range.Highest) / 2.0 - pitch.Number) / Octave);
    }

    /// <summary>A played pitch, as the model reads it.</summary>
    public Pitch Read(Pitch played) => played.TransposeInside(Shift);

    /// <summary>Resets.</summary>
    public void Clear()
    {
        Shift = 0;
        IsStarted = HasNotes = IsMarked = false;
        _steps.Clear();
        _next?.Restart();
    }

    /// <summary>Starts with a first note at a tick.</summary>
    public void Start(long onset, BarGrid bars)
    {
        _encoder.Start(bars.Meter, bars.BarLineBefore(onset), NoteEncoder.IsPickup(bars.BarPositionOf(onset), bars.Meter));
        IsStarted = true;
        HasNotes = IsMarked = false;
        _model.Reset();
        _steps.Clear();
        _next?.Restart();
        Advance();
    }

    /// <summary>
    /// Advances to a note's onset: omits silent bars, and inserts waits for what is then still longer than an IOI can be.
    /// </summary>
    /// <returns>The remaining IOI, 0 to <see cref="Vocabulary.ExactTicks"/>; 0 also if the onset is before the last one.</returns>
    public int Approach(long onset, BarGrid bars)
    {
        if (_encoder.Meter != bars.Meter || _encoder.BarPositionAt(bars.BarLine) != 0)
            _encoder.ChangeMeter(bars.Meter, bars.BarLine);
        long tooLong = onset - _encoder.Onset - Vocabulary.ExactTicks;
        long silent = (onset - _encoder.End) / bars.Meter.BarTicks;
        if (tooLong > 0 && silent > 0)
            _encoder.SkipSilence((int)Math.Min(bars.Meter.BarsToHold(tooLong), silent));
        while (onset - _encoder.Onset > Vocabulary.ExactTicks)
            Push(NoteStep.Wait);
        return (int)Math.Max(onset - _encoder.Onset, 0);
    }

    /// <summary>Moves the music so far by whole bars if it reaches beyond a tick, so that a note there is not in its past.</summary>
    public void MoveBefore(long onset)
    {
        long beyond = _encoder.Onset - onset;
        if (beyond > 0)
            _encoder.SkipSilence(-(int)_encoder.Meter.BarsToHold(beyond));
    }

    /// <summary>A tick as <see cref="Form"/> counts.</summary>
    public long FormTick(long tick) => _encoder.FormTick(tick);

    /// <summary>The position in the bar, as the model reads it, of a note after this IOI.</summary>
    public int BarPositionAfter(int ioi) => _encoder.BarPositionAt(_encoder.Onset + ioi);

    /// <summary>
    /// How surprising a note that comes next is to the model, in bits (<see cref="InformationContent"/>); NaN if it does not predict what
    /// it did not choose. Runs three heads, and changes nothing.
    /// </summary>
    /// <param name="step">The note.</param>
    public float BitsOf(NoteStep step)
    {
        if (!_model.PredictsPlayer)
            return float.NaN;
        int barPosition = BarPositionAfter(step.Ioi);
        float bits = InformationContent.Bits(_model.IoiLogits(), step.Ioi);
        bits += InformationContent.Bits(_model.PitchLogits(step.Ioi, barPosition), step.Pitch);
        return bits + InformationContent.Bits(_model.DurationLogits(step.Ioi, step.Pitch, barPosition), step.Duration);
    }

    /// <summary>The next note begins a phrase of the player: its opening is what answers can return to.</summary>
    public void BeginPhrase() => _encoder.BeginPhrase();

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

    /// <summary>Marks the current point.</summary>
    public void Mark()
    {
        _mark = _encoder.Here();
        _model.Mark();
        _steps.Mark();
        _next?.Mark();
        _hadNotesAtMark = HasNotes;
        _shiftAtMark = Shift;
        _notesSinceMark = 0;
        IsMarked = true;
    }

    /// <summary>Returns to the mark. Without a note before it, the context is not started.</summary>
    public void Return()
    {
        _encoder.Return(_mark);
        _model.Return();
        _next?.Return();
        _steps.Return();
        IsStarted = HasNotes = _hadNotesAtMark;
        Shift = _shiftAtMark;
        IsMarked = false;
    }

    private void Advance()
    {
        var input = _encoder.Input;
        _model.Advance(input);
        _steps.Add(input);
    }
}
