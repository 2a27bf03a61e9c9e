using ComposerPlugin.Engine;

namespace ComposerPlugin.Models;

/// <summary>
/// Hears and answers in one style. What it does depends on what it is told, in that order, and on nothing else; each call of
/// <see cref="Work"/> is one small step of what is left to do before it may be told more.
/// </summary>
internal sealed class Improviser
{
    private readonly Piece _piece;
    private StyleFile _style;
    private HeardNotes _heard;
    private readonly AnswerWriter _writer;
    private readonly Replay _replay = new();
    private readonly PlayedVelocity _velocity;
    private bool _isReplaying;
    private int _answer;
    private int _answersSinceRestart;

    /// <summary>An improviser with this model, in this style.</summary>
    public Improviser(MelodyModel model, StyleFile style)
    {
        _style = style;
        _piece = new(model);
        _heard = new(_piece, style.Polyphony);
        _writer = new(_piece, style);
        _velocity = new(style.MeanVelocity);
    }

    /// <summary>The style's name.</summary>
    public string StyleName => _style.Name;

    /// <summary>The notes of the last answer, so far.</summary>
    public ReadOnlySpan<HeardNote> Answer => _writer.Notes;

    /// <summary>Whether the answer has more notes to come.</summary>
    public bool IsAnswering => _writer.IsWriting;

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
        else if (_writer.IsWriting)
            _writer.WriteNote();
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
        _isReplaying = false;
        _answer = 0;
    }

    /// <summary>Hears a played note.</summary>
    public void Hear(in ComposeRequest request)
    {
        int duration = Math.Max(request.Duration, 1);
        var note = new HeardNote(request.Tick, duration, request.Pitch.Number & 127, request.Velocity, BarsOf(request));
        _velocity.Hear(note.Velocity);
        _heard.Hear(note);
        _replay.Hear(note);
    }

    /// <summary>Begins an answer.</summary>
    public void BeginAnswer(in ComposeRequest request)
    {
        _writer.Clear();
        _heard.Flush();
        if (!_piece.IsStarted)
            _piece.Start(request.Tick, BarsOf(request));
        _piece.Mark();
        _replay.Clear();
        _answer = request.Answer;
        _writer.Begin(request, _answersSinceRestart++, _velocity.EndPhrase());
    }

    /// <summary>
    /// Cuts an answer off: of it, only the notes up to the tick are remembered. It has been written to its end by now, so what is
    /// remembered does not depend on how fast that was. An older answer is left alone.
    /// </summary>
    /// <returns>Whether this was the last answer.</returns>
    public bool StopAnswer(in ComposeRequest request)
    {
        if (request.Answer != _answer)
            return false;
        int sounded = 0;
        while (sounded < _writer.Notes.Length && _writer.Notes[sounded].Onset <= request.Tick)
            sounded++;
        _answer = 0;
        _writer.Stop();
        if (sounded == _writer.Notes.Length || !_piece.IsMarked || !_replay.IsWhole)
            return true;
        _piece.Return();
        _heard.Clear();
        _replay.Prepare(_writer.Notes[..sounded]);
        _isReplaying = true;
        return true;
    }

    private static BarGrid BarsOf(in ComposeRequest request) => new(request.Meter.OrCommon, request.BarLine);
}
