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
    private readonly StyleFile _style;
    private readonly StyleComposer _player;
    private readonly List<Note> _notes = [];
    private readonly List<double> _noteMilliseconds = [];
    private int _answers;

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
        (_model, _style) = (model, style);
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
        Restart(sections: null);
        for (int i = 0; i < prompt.Count; i++)
            Hear(prompt[i], bars, beginsPhrase: i == 0, controls.Form != AnswerForm.Free);
        Answer(begin, end, bars, controls);
        return new(bars.Meter, _notes);
    }

    /// <summary>A piece of sections, from tick 0 on, each of which closes.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="sections">The sections.</param>
    /// <param name="controls">How to play; <see cref="AnswerControls.Form"/> is <see cref="AnswerForm.AsStyle"/>.</param>
    /// <exception cref="InvalidOperationException">The model's logits are not numbers.</exception>
    public Phrase Play(Meter meter, SectionPlan sections, AnswerControls controls)
    {
        var bars = new BarGrid(meter, 0);
        Restart(sections);
        for (int section = 0; section < sections.Sections; section++)
        {
            int begin = sections.BarOf(section) * meter.BarTicks, end = sections.EndOf(section) * meter.BarTicks;
            Answer(begin, end, bars, controls, new(0, 1, controls.Seed));
        }
        return new(meter, _notes);
    }

    /// <summary>Draws the sections of a piece, as Generate does, from the forms of the style's music.</summary>
    /// <param name="bars">The bars of the piece, at least 1.</param>
    /// <param name="seed">The seed.</param>
    public SectionPlan DrawSections(int bars, uint seed) => SectionGuide.Draw(
        (_style.Plan ?? StylePlan.General).Statistics.Sections, new(0, 1, seed), SectionPlan.SectionsOf(bars), bars);

    /// <summary>Disposes of the model.</summary>
    public void Dispose() => _model.Dispose();

    private void Restart(SectionPlan? sections)
    {
        _noteMilliseconds.Clear();
        _notes.Clear();
        _answers = 0;
        _player.Restart();
        _player.Sections = sections;
    }

    private void Answer(int begin, int end, BarGrid bars, AnswerControls controls, PiecePosition piece = default)
    {
        for (int from = begin; from < end;)
        {
            int to = Math.Min(end, from + (MostBarsAtOnce * bars.Meter.BarTicks));
            _player.BeginAnswer(new()
            {
                Kind = RequestKind.Answer,
                Answer = new(++_answers, from, to),
                Bars = bars,
                Piece = piece,
                Controls = controls with { Closes = controls.Closes && to == end },
            });
            Write();
            foreach (var note in _player.Answer)
                _notes.Add(new((int)note.Onset, note.Duration, note.Pitch, note.Velocity));
            from = to;
        }
    }

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
