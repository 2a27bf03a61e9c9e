using System.Diagnostics;
using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// Continues phrases without a host: it hears a prompt and answers it as the plugin would that was played the same notes, with the
/// same seed, because it is the same code. Each answer begins from nothing heard. One thread at a time.
/// </summary>
public sealed class OfflineComposer : IDisposable
{
    /// <summary>The plugin answers with at most so many bars at once; a longer answer is several, each hearing those before.</summary>
    public const int MostBarsAtOnce = 16;

    private readonly MelodyModel _model;
    private readonly StylePlayer _improviser;
    private readonly List<double> _noteMilliseconds = [];

    /// <summary>Plays a style, which must be disposed of later than this.</summary>
    /// <param name="style">The loaded style.</param>
    public OfflineComposer(LoadedStyle style)
        : this(style.CreateModel(), style.File)
    {
    }

    /// <summary>Plays another model in a style. The model is disposed of with this.</summary>
    /// <param name="model">The model.</param>
    /// <param name="style">Whose pitch range, polyphony and velocity answers keep to.</param>
    public OfflineComposer(MelodyModel model, StyleFile style)
    {
        _model = model;
        _improviser = new(model, style, new());
    }

    /// <summary>How long each note of the last answer took to write, in milliseconds: one step of the model, its heads and the draws.</summary>
    public IReadOnlyList<double> NoteMilliseconds => _noteMilliseconds;

    /// <summary>The answer to a prompt, on the prompt's clock and in its meter.</summary>
    /// <param name="prompt">What is heard; it may be empty.</param>
    /// <param name="begin">The tick of the answer's first note.</param>
    /// <param name="end">The tick at which the answer is over.</param>
    /// <param name="controls">How to answer.</param>
    /// <exception cref="InvalidOperationException">The model's logits are no numbers.</exception>
    public Phrase Answer(Phrase prompt, int begin, int end, AnswerControls controls)
    {
        var meter = prompt.Meter.OrCommon;
        _noteMilliseconds.Clear();
        _improviser.Restart();
        foreach (var note in prompt)
            Hear(note, meter);
        var answer = new List<Note>();
        for (int from = begin, number = 1; from < end; number++)
        {
            int to = Math.Min(end, from + (MostBarsAtOnce * meter.BarTicks));
            _improviser.BeginAnswer(new()
            {
                Kind = RequestKind.Answer,
                Tick = from,
                End = to,
                Meter = meter,
                Answer = number,
                Controls = controls with { Closes = controls.Closes && to == end },
            });
            Write();
            foreach (var note in _improviser.Answer)
                answer.Add(new((int)note.Onset, note.Duration, new((byte)note.Pitch), note.Velocity));
            from = to;
        }
        return new(meter, answer);
    }

    /// <summary>Gives the model's memory back.</summary>
    public void Dispose() => _model.Dispose();

    private void Hear(Note note, Meter meter)
    {
        _improviser.Hear(new(note.Onset, note.Duration, note.Pitch.Number, note.Velocity, new(meter, 0)));
        while (_improviser.Work())
        {
        }
    }

    private void Write()
    {
        for (bool worked = true; worked;)
        {
            int before = _improviser.Answer.Length;
            long began = Stopwatch.GetTimestamp();
            worked = _improviser.Work();
            if (_improviser.Answer.Length > before)
                _noteMilliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }
}
