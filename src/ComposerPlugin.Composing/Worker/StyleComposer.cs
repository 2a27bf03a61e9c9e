using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// [worker] Hears and answers in one style. Its state depends only on the calls and their order. Each call of <see cref="Work"/> is one
/// step of what is left to do before the next request.
/// </summary>
internal sealed class StyleComposer
{
    private readonly SessionMemory _memory;
    private readonly WorkerFeed? _window;
    private readonly ModelContext _context;
    private readonly AnswerWriter _writer;
    private readonly ReplayBuffer _replay = new();
    private readonly PlayerDynamics _dynamics;
    private readonly PhraseVariation _variation = new();
    private StyleFile _style;
    private InputReducer _input;
    private ComposeRequest _request;
    private bool _isReplaying;
    private bool _isWaiting;
    private bool _isOverplayed;
    private int _answersSinceRestart;

    // The answer at the end of the model's context, which can be removed; id 0: none. A repeated take is in it only if it replaces the last
    // answer.
    private AnswerBounds _inContext;

    /// <summary>A composer with this model, in this style.</summary>
    /// <param name="model">The model.</param>
    /// <param name="style">The style.</param>
    /// <param name="memory">The phrases and takes.</param>
    /// <param name="window">The window, which shows how surprising notes are; null for none.</param>
    public StyleComposer(MelodyModel model, StyleFile style, SessionMemory memory, WorkerFeed? window = null)
    {
        _style = style;
        _memory = memory;
        _window = window;
        _context = new(model);
        _input = new(_context, style, window);
        _writer = new(_context, style, window);
        _dynamics = new(style.MeanVelocity);
    }

    /// <summary>The name of the style.</summary>
    public string StyleName => _style.Name;

    /// <summary>The notes of the last answer, so far.</summary>
    public ReadOnlySpan<TimedNote> Answer => _writer.Notes;

    /// <summary>How surprising each of them is, in bits; NaN where it is not known.</summary>
    public ReadOnlySpan<float> Bits => _writer.Bits;

    /// <summary>Whether the last answer is silent because no pitch of the scale is in the range.</summary>
    public bool IsLockedOut => _writer.IsLockedOut;

    /// <summary>Whether notes of the answer are still to come.</summary>
    public bool IsAnswering => _isWaiting || _writer.IsWriting;

    /// <summary>What the musician should know about the last answer, as a clause; null if there is nothing.</summary>
    public string? Notice { get; private set; }

    /// <summary>The sections of pieces; null to draw them for each.</summary>
    public SectionPlan? Sections
    {
        get => _writer.Sections;
        set => _writer.Sections = value;
    }

    /// <summary>How many steps the next model is behind; 0 if there is none.</summary>
    public int StepsBehind => _context.StepsBehind;

    /// <summary>Sets the model that is to take over, which reads one step with each <see cref="CatchUp"/>; null for none.</summary>
    public void Prepare(MelodyModel? model) => _context.Prepare(model);

    /// <summary>Has the next model read a step; false if it has read all.</summary>
    public bool CatchUp() => _context.CatchUp();

    /// <summary>Changes to the next model, which has caught up, and its style. No answer is being written.</summary>
    /// <returns>The former model.</returns>
    public MelodyModel TakeOver(StyleFile style)
    {
        _style = style;
        _input = new(_context, style, _window, _input);
        _writer.UseStyle(style);
        return _context.TakeOver();
    }

    /// <summary>Does one step; false if nothing is left to do.</summary>
    public bool Work()
    {
        if (_isReplaying && _replay.TryNext(out var note))
            _input.Hear(note);
        else if (_isReplaying)
            _isReplaying = false;
        else if (_isWaiting)
            Begin();
        else if (_writer.IsWriting)
            WriteNote();
        else
            return false;
        return true;
    }

    /// <summary>Resets the musical context; answers are counted from 0 again.</summary>
    public void Restart()
    {
        ForgetMusic();
        _dynamics.Clear();
        _answersSinceRestart = 0;
    }

    /// <summary>Resets the musical context, but not the count of answers.</summary>
    public void ForgetMusic()
    {
        _context.Clear();
        _input.Clear();
        _replay.Clear();
        _writer.Stop();
        _writer.ClearRepetition();
        _isReplaying = _isWaiting = _isOverplayed = false;
        _inContext = default;
    }

    /// <summary>Hears a played note. One that is played into an answer is inserted once the answer is over.</summary>
    /// <param name="note">The note.</param>
    /// <param name="beginsPhrase">Whether a phrase of the player begins with it.</param>
    /// <param name="keepsRegister">Whether that phrase is moved into the range of the style for the model, and its answer back.</param>
    public void Hear(in TimedNote note, bool beginsPhrase = false, bool keepsRegister = false)
    {
        var sounded = new SoundedNote(note, IsMeasured: true, beginsPhrase, keepsRegister);
        _writer.ClearRepetition();
        _dynamics.Hear(note);
        _replay.Hear(sounded);
        _isOverplayed |= _inContext.Id != 0 && _context.IsMarked && note.Onset <= _context.Onset && note.Onset < _inContext.End;
        if (!_isOverplayed)
            _input.Hear(sounded);
        else if (note.Onset >= _inContext.End)
            HearAgain(_writer.Notes);
    }

    /// <summary>Begins an answer.</summary>
    public void BeginAnswer(in ComposeRequest request)
    {
        if (request.ReplacesLast)
            RemoveLast();
        else if (_isOverplayed)
            HearAgain(_writer.Notes);
        if (!_isReplaying && !_context.HasNotes && _input.IsEmpty)
            HearOldPhrase(request);
        _writer.Clear();
        (_request, _isWaiting) = (request, true);
        if (!_isReplaying)
            Begin();
    }

    /// <summary>
    /// Cuts an answer off: only its notes up to the tick stay in the context. It was written to its end before, so the context does not
    /// depend on how fast that was. An older answer is ignored.
    /// </summary>
    /// <returns>Whether this was the last answer.</returns>
    public bool StopAnswer(in ComposeRequest request)
    {
        if (request.Answer.Id != _request.Answer.Id)
            return false;
        _writer.Stop();
        if (_inContext.Id != request.Answer.Id)
            return true;
        int sounded = 0;
        while (sounded < _writer.Notes.Length && _writer.Notes[sounded].Onset <= request.LastTick)
            sounded++;
        _inContext = default;
        if (sounded < _writer.Notes.Length || _isOverplayed)
            HearAgain(_writer.Notes[..sounded]);
        return true;
    }

    private void Begin()
    {
        _isWaiting = false;
        Notice = null;
        if (_request.Source == AnswerSource.Take)
        {
            BeginTake();
            return;
        }
        AddToContext();
        int ordinal = _request.ReplacesLast && _answersSinceRestart > 0 ? _answersSinceRestart - 1 : _answersSinceRestart++;
        var dynamics = _dynamics.Take();
        if (_request.Origin.IsReroll() && _memory.Find(_request.BaseTake) is { } take)
            _writer.BeginReroll(_request, ordinal, dynamics, take, _memory.Find(_request.LockedTake));
        else
            BeginNew(ordinal, dynamics, _memory.Find(_request.LockedTake));
        if (!_writer.IsWriting)
            Store();
    }

    private void BeginNew(int ordinal, in PlayedDynamics dynamics, TakeSlot? locked)
    {
        bool isVariation = _request.Source == AnswerSource.Phrase && _variation.TryChoose(_memory, _request);
        // The base take is gone, or there is nothing to vary yet.
        if (_request.Origin.IsReroll() && !isVariation)
            _request = _request with { Origin = TakeOrigin.NewTake };
        if (!isVariation)
            _writer.Begin(_request, _request.Answer.Start, ordinal, dynamics, locked);
        else if (!_variation.Variation.IsPhraseItself && _context.Model.Vary(_variation.Variation with { Shift = _context.Shift }))
            _writer.Begin(_request, _variation.FirstOnset, ordinal, dynamics, locked);
        else
        {
            var phrase = _variation.Write(_request, ordinal, _style.Polyphony);
            _writer.BeginVaried(_request, ordinal, dynamics, phrase, _variation.Variation.IsPhraseItself, locked);
        }
    }

    // A repeated take is added to the context only if it replaces the last answer; otherwise what follows continues from where it was first
    // played.
    private void BeginTake()
    {
        if (_memory.Find(_request.Take) is not { } take)
            return;
        if (_request.ReplacesLast)
            AddToContext();
        _writer.Repeat(_request, take);
        if (!_request.ReplacesLast)
            return;
        _replay.Prepare(_writer.Notes, _writer.Transposition);
        _isReplaying = true;
    }

    private void AddToContext()
    {
        _input.Flush();
        if (!_context.IsStarted)
            _context.Start(_request.Answer.Start, _request.Bars);
        _context.Mark();
        _context.MoveBefore(_request.Answer.Start);
        _replay.Clear();
        _inContext = _request.Answer;
    }

    private void WriteNote()
    {
        _writer.WriteNote();
        if (!_writer.IsWriting)
            Store();
    }

    private void Store()
    {
        _memory.Store(_request, _style.Id, _writer.Notes, _writer.Bits, _writer.Locks);
        bool replacesNotes = _writer.HasGivenRhythm && !_request.Origin.IsReroll() && !_variation.Variation.IsPhraseItself;
        Notice = AnswerNotices.Of(_request, _style, replacesNotes, _writer.Locks.HasAny, _input.LeftOut);
    }

    private void RemoveLast()
    {
        if (_inContext.Id != 0)
            HearAgain([]);
    }

    // Returns to before the answer, and hears what was played since and this part of the answer.
    private void HearAgain(ReadOnlySpan<TimedNote> answered)
    {
        _isOverplayed = false;
        _inContext = default;
        _writer.ClearRepetition();
        if (!_context.IsMarked || !_replay.IsWhole)
            return;
        _context.Return();
        _input.Clear();
        _replay.Prepare(answered, _writer.Transposition);
        _isReplaying = true;
    }

    private void HearOldPhrase(in ComposeRequest request)
    {
        var phrase = request.ReplacesLast ? _memory.LastPhrase : _memory.PhraseA;
        if (phrase.IsEmpty || !(request.ReplacesLast || request.Source == AnswerSource.Generated))
            return;
        long start = request.Bars.BarLineBefore(request.Answer.Start) - phrase.BarsEnd;
        foreach (var note in phrase.Notes)
            _dynamics.Hear(new(start + note.Onset, note.Duration, note.Pitch, note.Velocity, request.Bars));
        _replay.Prepare(phrase, start, request.Controls.Form != AnswerForm.Free);
        _isReplaying = true;
    }
}
