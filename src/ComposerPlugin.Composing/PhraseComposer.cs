using System.Diagnostics;
using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// Continues phrases without a host: hears a prompt and answers it as the plugin would with the same notes and seed, since it is the same
/// code. Each answer starts from an empty context. One thread at a time.
/// </summary>
public sealed class PhraseComposer : IDisposable
{
    /// <summary>The longest answer of the plugin, in bars; a longer one is several, each of which hears those before.</summary>
    public const int MostBarsAtOnce = 16;

    private readonly MelodyModel _model;
    private readonly StyleComposer _player;
    private readonly List<double> _noteMilliseconds = [];

    /// <summary>Plays a style, which must be disposed of later than this.</summary>
    /// <param name="style">The loaded style.</param>
    public PhraseComposer(LoadedStyle style)
        : this(style.CreateModel(), style.File)
    {
    }

    /// <summary>Plays another model in a style. The model is disposed of with this.</summary>
    /// <param name="model">The model.</param>
    /// <param name="style">The style whose pitch range, polyphony and velocity answers have.</param>
    public PhraseComposer(MelodyModel model, StyleFile style)
    {
        _model = model;
        _player = new(model, style, new());
    }

    /// <summary>The time that each note of the last answer took, in milliseconds: one step of the model, its heads and the draws.</summary>
    public IReadOnlyList<double> NoteMilliseconds => _noteMilliseconds;

    /// <summary>The answer to a prompt, on the prompt's clock and in its meter.</summary>
    /// <param name="prompt">What is heard; may be empty.</param>
    /// <param name="begin">The tick of the answer's first note.</param>
    /// <param name="end">The tick at which the answer is over.</param>
    /// <param name="controls">How to answer.</param>
    /// <exception cref="InvalidOperationException">The model's logits are not numbers.</exception>
    public Phrase Answer(Phrase prompt, int begin, int end, AnswerControls controls)
    {
        var bars = new BarGrid(prompt.Meter.OrCommon, 0);
        _noteMilliseconds.Clear();
        _player.Restart();
        for (int i = 0; i < prompt.Count; i++)
            Hear(prompt[i], bars, beginsPhrase: i == 0, controls.Form != AnswerForm.Free);
        var answer = new List<Note>();
        for (int from = begin, id = 1; from < end; id++)
        {
            int to = Math.Min(end, from + (MostBarsAtOnce * bars.Meter.BarTicks));
            _player.BeginAnswer(new()
            {
                Kind = RequestKind.Answer,
                Answer = new(id, from, to),
                Bars = bars,
                Controls = controls with { Closes = controls.Closes && to == end },
            });
            Write();
            foreach (var note in _player.Answer)
                answer.Add(new((int)note.Onset, note.Duration, note.Pitch, note.Velocity));
            from = to;
        }
        return new(bars.Meter, answer);
    }

    /// <summary>Disposes of the model.</summary>
    public void Dispose() => _model.Dispose();

    private void Hear(Note note, BarGrid bars, bool beginsPhrase, bool keepsRegister)
    {
        _player.Hear(new(note.Onset, note.Duration, note.Pitch, note.Velocity, bars), beginsPhrase, keepsRegister);
        while (_player.Work())
        {
        }
    }

    private void Write()
    {
        for (bool worked = true; worked;)
        {
            int before = _player.Answer.Length;
            long began = Stopwatch.GetTimestamp();
            worked = _player.Work();
            if (_player.Answer.Length > before)
                _noteMilliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }
}
