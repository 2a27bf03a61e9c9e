using System.Diagnostics;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// [worker] Sends the notes of one answer after another. A full queue is no reason to wait: what is left is sent in a later call.
/// </summary>
/// <param name="replies">The queue to the audio thread.</param>
/// <param name="window">The window, to which each note is reported first; null for none.</param>
internal sealed class ReplySender(SpscQueue<ComposeReply>.Producer replies, WorkerFeed? window)
{
    private AnswerBounds _answer;
    private int _planned;
    private int _sent;
    private long _requested;
    private long _firstNoteTime;
    private long _firstSent;
    private long _noteTime;

    /// <summary>[any] The time from the last request for an answer to its first note; zero before there was one.</summary>
    public TimeSpan FirstNoteTime => new(Volatile.Read(ref _firstNoteTime));

    /// <summary>[any] The mean time from one note of the last answer to the next; zero before there was one of two notes.</summary>
    public TimeSpan NoteTime => new(Volatile.Read(ref _noteTime));

    /// <summary>Whether an answer is being sent.</summary>
    public bool IsSending { get; private set; }

    /// <summary>The answer that is sent, or was sent last.</summary>
    public AnswerBounds Answer => _answer;

    /// <summary>Begins to send an answer that was requested now.</summary>
    public void Begin(in AnswerBounds answer)
    {
        (_answer, _planned, _sent, IsSending) = (answer, 0, 0, true);
        _requested = Stopwatch.GetTimestamp();
    }

    /// <summary>Sends no more of the answer.</summary>
    public void Cancel() => IsSending = false;

    /// <summary>Sends what has not been sent.</summary>
    /// <param name="notes">The notes of the answer so far.</param>
    /// <param name="bits">How surprising each of them is, in bits.</param>
    /// <param name="isComplete">Whether there are all.</param>
    /// <returns>Whether anything was sent.</returns>
    public bool Send(ReadOnlySpan<TimedNote> notes, ReadOnlySpan<float> bits, bool isComplete)
    {
        for (; _planned < notes.Length; _planned++)
            window?.Planned(_answer.Id, _planned, notes[_planned], bits[_planned]);
        int before = _sent;
        while (_sent < notes.Length && replies.TryPush(new(_answer.Id, notes[_sent])))
            _sent++;
        if (before == 0 && _sent > 0)
        {
            _firstSent = Stopwatch.GetTimestamp();
            Volatile.Write(ref _firstNoteTime, Stopwatch.GetElapsedTime(_requested, _firstSent).Ticks);
        }
        if (_sent > before && _sent > 1)
            Volatile.Write(ref _noteTime, Stopwatch.GetElapsedTime(_firstSent).Ticks / (_sent - 1));
        if (isComplete && _sent == notes.Length)
            IsSending = !replies.TryPush(ComposeReply.EndOf(_answer));
        return _sent > before || !IsSending;
    }
}
