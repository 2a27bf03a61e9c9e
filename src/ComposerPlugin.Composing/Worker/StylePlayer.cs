using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// Hears and answers in one style. What it does depends on what it is told, in that order, and on nothing else; each call of
/// <see cref="Work"/> is one small step of what is left to do before it may be told more.
/// </summary>
internal sealed class StylePlayer
{
    private readonly SessionMemory _notebook;
    private readonly ModelContext _piece;
    private StyleFile _style;
    private InputReducer _heard;
    private readonly AnswerWriter _writer;
    private readonly ReplayBuffer _replay = new();
    private readonly PlayerDynamics _velocity;
    private readonly PhraseVariation _variation = new();
    private bool _isReplaying;
    private ComposeRequest _wanted;
    private bool _isWaiting;
    private int _answer;
    private long _answerEnd;
    private bool _isOverplayed;
    private int _answersSinceRestart;

    /// <summary>An improviser with this model, in this style.</summary>
    /// <param name="model">The model.</param>
    /// <param name="style">The style.</param>
    /// <param name="notebook">Where takes and phrases are.</param>
    public StylePlayer(MelodyModel model, StyleFile style, SessionMemory notebook)
    {
        _style = style;
        _notebook = notebook;
        _piece = new(model);
        _heard = new(_piece, style.Polyphony);
        _writer = new(_piece, style);
        _velocity = new(style.MeanVelocity);
    }

    /// <summary>The style's name.</summary>
    public string StyleName => _style.Name;

    /// <summary>The notes of the last answer, so far.</summary>
    public ReadOnlySpan<TimedNote> Answer => _writer.Notes;

    /// <summary>Whether the last answer is silent because no pitch of the scale lies in the range.</summary>
    public bool IsLockedOut => _writer.IsLockedOut;

    /// <summary>Whether the answer has more notes to come.</summary>
    public bool IsAnswering => _isWaiting || _writer.IsWriting;

    /// <summary>Whether the last variation was made note by note, because the model knows no latent.</summary>
    public bool VariesNotes { get; private set; }

    /// <summary>How many steps the model that is to take over is behind; 0 when none is to.</summary>
    public int StepsBehind => _piece.StepsBehind;

    /// <summary>Has another model read what was heard, one step with each <see cref="CatchUp"/>; null to have none do so.</summary>
    public void Prepare(MelodyModel? model) => _piece.Prepare(model);

    /// <summary>Has the model that is to take over read a step; false when it knows all that was heard.</summary>
    public bool CatchUp() => _piece.CatchUp();

    /// <summary>The prepared model, which has caught up, takes over, in its style. No answer is being written.</summary>
    /// <returns>The former model.</returns>
    public MelodyModel TakeOver(StyleFile style)
    {
        _style = style;
        _heard = new(_piece, style.Polyphony, _heard);
        _writer.UseStyle(style);
        return _piece.TakeOver();
    }

    /// <summary>Does one step of what is left; false when nothing is.</summary>
    public bool Work()
    {
        if (_isReplaying && _replay.TryNext(out var note))
            _heard.Hear(note);
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

    /// <summary>Forgets all music; answers are counted from 0 again.</summary>
    public void Restart()
    {
        ForgetMusic();
        _velocity.Clear();
        _answersSinceRestart = 0;
    }

    /// <summary>Forgets all music, but not how many answers there were.</summary>
    public void ForgetMusic()
    {
        _piece.Clear();
        _heard.Clear();
        _replay.Clear();
        _writer.Stop();
        _writer.GiveWay();
        _isReplaying = _isWaiting = _isOverplayed = false;
        _answer = 0;
    }

    /// <summary>Hears a played note. One that is played into an answer is heard in its place once the answer is over.</summary>
    public void Hear(in TimedNote note)
    {
        _writer.GiveWay();
        _velocity.Hear(note.Velocity);
        _replay.Hear(note);
        _isOverplayed |= _answer != 0 && _piece.IsMarked && note.Onset <= _piece.Onset && note.Onset < _answerEnd;
        if (!_isOverplayed)
            _heard.Hear(note);
        else if (note.Onset >= _answerEnd)
            HearAgain(_writer.Notes);
    }

    /// <summary>Begins an answer.</summary>
    public void BeginAnswer(in ComposeRequest request)
    {
        if (request.TakesBack)
            TakeBack();
        else if (_isOverplayed)
            HearAgain(_writer.Notes);
        if (!_isReplaying && !_piece.HasNotes && _heard.IsEmpty)
            HearOldPhrase(request);
        _writer.Clear();
        (_wanted, _isWaiting) = (request, true);
        if (!_isReplaying)
            Begin();
    }

    /// <summary>
    /// Cuts an answer off: of it, only the notes up to the tick are remembered. It has been written to its end by now, so what is
    /// remembered does not depend on how fast that was. An older answer is left alone.
    /// </summary>
    /// <returns>Whether this was the last answer.</returns>
    public bool StopAnswer(in ComposeRequest request)
    {
        if (request.Answer != _wanted.Answer)
            return false;
        _writer.Stop();
        if (_answer != request.Answer)
            return true;
        int sounded = 0;
        while (sounded < _writer.Notes.Length && _writer.Notes[sounded].Onset <= request.Tick)
            sounded++;
        _answer = 0;
        if (sounded < _writer.Notes.Length || _isOverplayed)
            HearAgain(_writer.Notes[..sounded]);
        return true;
    }

    private void Begin()
    {
        _isWaiting = false;
        if (_wanted.From == AnswerFrom.Take)
        {
            BeginTake();
            return;
        }
        BeginHearing();
        int ordinal = _wanted.TakesBack && _answersSinceRestart > 0 ? _answersSinceRestart - 1 : _answersSinceRestart++;
        double loudness = _velocity.EndPhrase();
        if (_wanted.From != AnswerFrom.Phrase || !_variation.TryChoose(_notebook, _wanted))
            _writer.Begin(_wanted, ordinal, loudness);
        else if (!_variation.Variation.IsPhraseItself && _piece.Model.Vary(_variation.Variation))
            _writer.Begin(_wanted with { Tick = _variation.FirstOnset }, ordinal, loudness);
        else
            _writer.BeginVaried(_wanted, ordinal, loudness, _variation.Write(_wanted, ordinal, _style.Polyphony));
        VariesNotes = _writer.IsVaried && !_variation.Variation.IsPhraseItself;
        if (!_writer.IsWriting)
            Store();
    }

    // A take that is only repeated is not heard again: what follows goes on from the first time.
    private void BeginTake()
    {
        if (_notebook.Find(_wanted.Take) is not { } take)
            return;
        if (_wanted.TakesBack)
            BeginHearing();
        _writer.Repeat(_wanted, take);
        if (!_wanted.TakesBack)
            return;
        _replay.Prepare(_writer.Notes, _writer.Transposition);
        _isReplaying = true;
    }

    private void BeginHearing()
    {
        _heard.Flush();
        if (!_piece.IsStarted)
            _piece.Start(_wanted.Tick, TimedNote.BarsOf(_wanted));
        _piece.Mark();
        _piece.MakeWay(_wanted.Tick);
        _replay.Clear();
        (_answer, _answerEnd) = (_wanted.Answer, _wanted.End);
    }

    private void WriteNote()
    {
        _writer.WriteNote();
        if (!_writer.IsWriting)
            Store();
    }

    private void Store()
    {
        var frame = _writer.Frame;
        _notebook.Store(_wanted.Answer, _style.Id, _wanted.Controls.Seed, frame.Begin, frame.End, frame.Bars, _writer.Notes);
    }

    private void TakeBack()
    {
        if (_answer != 0)
            HearAgain([]);
    }

    // Goes back to before the answer, and hears what was played since, and so much of the answer.
    private void HearAgain(ReadOnlySpan<TimedNote> answered)
    {
        _isOverplayed = false;
        _answer = 0;
        _writer.GiveWay();
        if (!_piece.IsMarked || !_replay.IsWhole)
            return;
        _piece.Return();
        _heard.Clear();
        _replay.Prepare(answered, _writer.Transposition);
        _isReplaying = true;
    }

    private void HearOldPhrase(in ComposeRequest request)
    {
        var phrase = request.TakesBack ? _notebook.LastPhrase : _notebook.PhraseA;
        if (phrase.IsEmpty || !(request.TakesBack || request.From == AnswerFrom.Alone))
            return;
        foreach (var note in phrase.Notes)
            _velocity.Hear(note.Velocity);
        _replay.Prepare(phrase, TimedNote.BarsOf(request).BarLineBefore(request.Tick) - phrase.BarsEnd);
        _isReplaying = true;
    }
}
