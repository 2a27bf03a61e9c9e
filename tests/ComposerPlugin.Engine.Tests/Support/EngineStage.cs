using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

/// <summary>
/// Drives an <see cref="AnswerEngine"/> as a host does: a song position, events at absolute frames, blocks of any size. A window reads
/// after each block.
/// </summary>
internal sealed class EngineStage : IDisposable
{
    private readonly Queue<PlayedKey> _keys;
    private long _frame;

    public EngineStage(params IEnumerable<PlayedKey> keys)
        : this(hasWindow: true, keys)
    {
    }

    public EngineStage(bool hasWindow, params IEnumerable<PlayedKey> keys)
    {
        _keys = new(keys.OrderBy(key => key.Frame));
        var (feed, reader) = WindowFeed.Create();
        Window = hasWindow ? reader : null;
        Composer = new(hasWindow ? feed.Worker : null);
        (Edits, var edits) = SpscQueue<TakeEdit>.Create(64);
        Engine = new(Composer.Requests, Composer.Replies, Counters, hasWindow ? feed : null, edits);
    }

    public ScriptedComposer Composer { get; }

    public WindowFeedReader? Window { get; }

    public Counters Counters { get; } = new();

    public AnswerEngine Engine { get; }

    /// <summary>What the musician does with takes in the window.</summary>
    public SpscQueue<TakeEdit>.Producer Edits { get; }

    public double SampleRate { get; init; } = 48000;

    public PlayControls Controls { get; set; } = new(false, 2, 24, StartQuantize.Beat, new(Grid.Sixteenth, 1, 1, 1));

    /// <summary>The host's time at an absolute frame.</summary>
    public Func<long, HostTime> Host { get; init; } = frame =>
        new() { IsPlaying = true, Tempo = 120, Quarter = frame / 24000.0, Meter = Meter.Common };

    public List<(long Frame, OutputNote Note)> Played { get; } = [];

    /// <summary>What the window has read, in order, and the absolute frame at which it happened.</summary>
    public List<(long Frame, NoteMark Mark)> Marks { get; } = [];

    /// <summary>Take triggers by absolute frame, in order.</summary>
    public Queue<(long Frame, TakeTrigger Trigger)> Triggers { get; init; } = [];

    /// <summary>Values of the control that plays takes again, by absolute frame, in order.</summary>
    public Queue<(long Frame, int Value)> Recalls { get; init; } = [];

    /// <summary>Changes of the controls by absolute frame, in order.</summary>
    public Queue<(long Frame, PlayControls Controls)> Moves { get; init; } = [];

    /// <summary>The frames at which notes began.</summary>
    public IEnumerable<long> Onsets => Played.Where(played => played.Note.IsOn).Select(played => played.Frame);

    /// <summary>The requested answers. Stops the composer.</summary>
    public List<ComposeRequest> Answers => [.. Composer.Heard.Where(request => request.Kind == RequestKind.Answer)];

    public void Dispose() => Composer.Dispose();

    public void Run(long frames, Func<int> blockSize)
    {
        for (long end = _frame + frames; _frame < end;)
            Block((int)Math.Min(blockSize(), end - _frame));
    }

    /// <summary>Plays a block, as the audio thread; then reads what it reported, as the main thread.</summary>
    public void Block(int size)
    {
        AsAudioThread(() => PlayBlock(size));
        ReadWindow(size);
    }

    /// <summary>Stops the composer, and reads what it has reported since the last block.</summary>
    public void Finish()
    {
        Composer.Dispose();
        ReadWindow(0);
    }

    /// <summary>Does something as the audio thread.</summary>
    public static void AsAudioThread(Action action)
    {
        var before = ThreadCheck.Enter(ThreadRole.Audio);
        try
        {
            action();
        }
        finally
        {
            ThreadCheck.Enter(before);
        }
    }

    private void PlayBlock(int size)
    {
        Engine.Begin(Host(_frame), size, SampleRate, Controls, offline: true);
        while (_keys.TryPeek(out var key) && key.Frame < _frame + size)
        {
            _keys.Dequeue();
            int at = (int)(key.Frame - _frame);
            Trigger(key.Frame);
            Engine.AdvanceTo(at);
            if (key.Down)
                Engine.NoteOn(at, 0, new(key.Pitch), key.Velocity);
            else
                Engine.NoteOff(at, 0, new(key.Pitch));
        }
        Trigger(_frame + size - 1);
        Engine.End();
        foreach (var note in Engine.Output.Waiting)
            Played.Add((_frame + note.Frame, note with { Frame = 0 }));
        Engine.Output.Clear();
        Engine.Report(Played.Count(played => played.Note.IsOn), hasOutput: true);
        _frame += size;
    }

    private void ReadWindow(int size)
    {
        if (Window is null)
            return;
        var snapshot = Window.Snapshot;
        double ticksPerFrame = snapshot.Tempo * Ticks.PerQuarter / (60 * SampleRate);
        while (Window.TryPop(out var mark))
        {
            // From the end of the block back.
            int at = (int)Math.Ceiling(size - ((snapshot.Position - mark.Position) / ticksPerFrame) - 1e-4);
            Marks.Add((_frame - size + Math.Clamp(at, 0, Math.Max(size - 1, 0)), mark));
        }
    }

    private void Trigger(long upTo)
    {
        while (Triggers.TryPeek(out var next) && next.Frame <= upTo)
        {
            Triggers.Dequeue();
            Move(next.Frame);
            Engine.AdvanceTo((int)(next.Frame - _frame));
            Engine.Trigger(next.Trigger);
        }
        Move(upTo);
        while (Recalls.TryPeek(out var recall) && recall.Frame <= upTo)
        {
            Recalls.Dequeue();
            Engine.AdvanceTo((int)(recall.Frame - _frame));
            Engine.Recall(recall.Value);
        }
    }

    private void Move(long upTo)
    {
        while (Moves.TryPeek(out var move) && move.Frame <= upTo)
        {
            Moves.Dequeue();
            Engine.AdvanceTo((int)(move.Frame - _frame));
            Controls = move.Controls;
            Engine.Change(Controls);
        }
    }

    /// <summary>A note of so many frames.</summary>
    public static IEnumerable<PlayedKey> Key(long frame, long length, byte pitch, byte velocity = 80) =>
        [new(frame, true, pitch, velocity), new(frame + length, false, pitch, 0)];
}

internal readonly record struct PlayedKey(long Frame, bool Down, byte Pitch, byte Velocity);
