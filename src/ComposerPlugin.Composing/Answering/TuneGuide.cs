using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// The form of a tune that an answer takes: one of the style's music that began as the phrase did. It depends on the seed, the number of
/// the answer and the music so far alone. Bars are those of the <see cref="FormMemory"/>. All memory is allocated in the constructor.
/// </summary>
/// <param name="context">What the model has read.</param>
internal sealed class TuneGuide(ModelContext context)
{
    // The draw is beside those of the plan.
    private const int TuneDraw = 37;

    private readonly BarReference[] _phrase = new BarReference[TuneForm.MostBars];
    private readonly LineForm[] _lines = new LineForm[TuneForm.MostBars / PhraseEndings.PhraseBars];
    private readonly RegisterLean _lean = new();
    private TuneForm? _form;
    private int _opening;
    private double _register;

    /// <summary>Whether a tune is taken.</summary>
    public bool IsTaken => _form is not null;

    /// <summary>Takes none.</summary>
    public void Clear() => _form = null;

    /// <summary>Takes a tune for an answer, if one is like the phrase.</summary>
    /// <param name="tunes">The tunes of the style's music.</param>
    /// <param name="opening">The bar that opens the phrase.</param>
    /// <param name="first">The first bar of the answer.</param>
    /// <param name="bars">How many bars it has.</param>
    /// <param name="key">The key class of the phrase; 0 if it is unknown.</param>
    /// <param name="sharpness">As of <see cref="TuneForms.Draw"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="ordinal">The number of the answer since the restart, from 0.</param>
    public void Begin(TuneForms tunes, int opening, int first, int bars, int key, double sharpness, uint seed, int ordinal)
    {
        Clear();
        int phrase = first - opening;
        if (phrase < 0 || phrase + bars > TuneForm.MostBars)
            return;
        var last = BarReference.New;
        for (int bar = 0; bar < phrase; bar++)
            last = _phrase[bar] = BarComparison.ReferenceOf(context.Form, opening + bar, last);
        int lines = phrase / PhraseEndings.PhraseBars;
        for (int line = 0; line < lines; line++)
        {
            int next = opening + ((line + 1) * PhraseEndings.PhraseBars);
            long end = context.Form.HasNotesIn(next) ? context.Form.NotesOf(next)[0].Onset : context.Form.LineOf(next);
            _lines[line] = LineForm.Of(context.Form, opening, line, key, end);
        }
        double random = SeededRandom.Value(seed, ordinal, 0, TuneDraw);
        _form = tunes.Draw(_phrase.AsSpan(0, phrase), _lines.AsSpan(0, lines), bars, sharpness, random);
        (_opening, _register) = (opening, LineForm.MeanPitch(context.Form, opening, 0));
    }

    /// <summary>What a bar refers to, as a chain has it.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="reference">The reference.</param>
    /// <returns>False if no tune is taken.</returns>
    public bool TryBar(int bar, out BarReference reference)
    {
        reference = _form is null ? BarReference.New : BarReference.At(_form.Bars[bar - _opening].Index);
        return _form is not null;
    }

    /// <summary>How a line ends, and where it lies.</summary>
    /// <param name="bar">A bar of it.</param>
    /// <param name="form">The line.</param>
    /// <returns>False if no tune is taken, or it ends within the line.</returns>
    public bool TryLine(int bar, out LineForm form)
    {
        form = default;
        int line = (bar - _opening) / PhraseEndings.PhraseBars;
        if (_form is null || line >= _form.Lines.Length)
            return false;
        form = _form.Lines[line];
        return true;
    }

    /// <summary>Leans the pitches of a bar to where its line lies in the tune, from the first line of the phrase.</summary>
    /// <param name="logits">The logits of pitches.</param>
    /// <param name="bar">The bar in which the note begins.</param>
    public ReadOnlySpan<float> Lean(ReadOnlySpan<float> logits, int bar) =>
        TryLine(bar, out var line) && double.IsFinite(_register) ? _lean.Apply(logits, (float)_register + line.Lift) : logits;
}
