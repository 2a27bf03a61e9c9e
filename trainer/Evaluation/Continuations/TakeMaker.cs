using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Continues excerpts with a style and with the n-gram baseline, by the plugin's code, with the seeds 1, 2 and so on.</summary>
internal sealed class TakeMaker : IDisposable
{
    private readonly LoadedStyle _style;
    private readonly PhraseComposer _composer;
    private readonly NgramModel _ngrams;
    private readonly PhraseComposer _ngramComposer;

    /// <summary>Loads a style, and trains the baseline.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="data">The data set.</param>
    public TakeMaker(string folder, DataSet data)
    {
        _style = LoadedStyle.Load(folder);
        _composer = new(_style);
        _ngrams = new(data, _style.File.MeanVelocity);
        _ngramComposer = new(_ngrams, _style.File);
    }

    /// <summary>The style's continuations.</summary>
    /// <param name="excerpts">The excerpts.</param>
    /// <param name="controls">How they are drawn.</param>
    /// <param name="noteMilliseconds">Receives the time of each note, except those of the first excerpt, which warms up.</param>
    public List<Phrase> Style(IReadOnlyList<Excerpt> excerpts, TakeControls controls, List<double>? noteMilliseconds = null)
    {
        var takes = new List<Phrase>();
        foreach (var excerpt in excerpts)
        {
            takes.Add(Answer(_composer, excerpt, controls.For(excerpt, takes.Count)));
            if (takes.Count > 1)
                noteMilliseconds?.AddRange(_composer.NoteMilliseconds);
        }
        return takes;
    }

    /// <summary>The baseline's continuations, which have no plan.</summary>
    /// <param name="excerpts">The excerpts.</param>
    /// <param name="controls">How they are drawn.</param>
    public List<Phrase> Ngrams(IReadOnlyList<Excerpt> excerpts, TakeControls controls)
    {
        var takes = new List<Phrase>();
        foreach (var excerpt in excerpts)
        {
            _ngrams.Expect(excerpt.Prompt);
            takes.Add(Answer(_ngramComposer, excerpt, controls.For(excerpt, takes.Count) with { Form = AnswerForm.Free }));
        }
        return takes;
    }

    /// <summary>Disposes of the style and the baseline.</summary>
    public void Dispose()
    {
        _ngramComposer.Dispose();
        _composer.Dispose();
        _style.Dispose();
    }

    private static Phrase Answer(PhraseComposer composer, Excerpt excerpt, AnswerControls controls) =>
        composer.Answer(excerpt.Prompt, excerpt.Begin, excerpt.End, controls);
}
