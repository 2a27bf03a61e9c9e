using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Continues test tunes in a style, with different controls, and measures the continuations.</summary>
internal sealed class ContinuationTest : IDisposable
{
    private readonly TakeMaker? _maker;
    private readonly ExcerptList _excerpts;
    private readonly ExcerptList _form;
    private readonly Phrase[] _train;
    private readonly List<Phrase> _ngrams = [];
    private readonly List<Phrase> _formNgrams = [];

    /// <summary>Loads the style and trains the baseline, if there is a tune to continue.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="data">The data set.</param>
    /// <param name="takes">The number of continuations.</param>
    /// <param name="baseline">The controls of the baseline's continuations.</param>
    /// <param name="log">Receives a line about what is done.</param>
    public ContinuationTest(string folder, DataSet data, int takes, TakeControls baseline, Action<string> log)
    {
        _excerpts = ExcerptList.FromTunes(data.Test, takes, Excerpt.ContinuationBars);
        _form = ExcerptList.FromTunes(data.Test, takes, Excerpt.FormBars);
        _train = [.. data.Train.Select(tune => tune.Phrase)];
        if (_excerpts.Tunes == 0)
            return;
        log(_excerpts.Tunes < takes ? $"continuing {_excerpts.Tunes} tunes, {takes} takes in all" : $"continuing {takes} tunes");
        _maker = new(folder, data);
        _ngrams = _maker.Ngrams(_excerpts.Excerpts, baseline);
        _formNgrams = _maker.Ngrams(_form.Excerpts, baseline);
    }

    /// <summary>Continues the tunes and measures the continuations.</summary>
    public ContinuationScore Measure(TakeControls controls)
    {
        var milliseconds = new List<double>();
        var takes = _excerpts.With(_maker?.Style(_excerpts.Excerpts, controls, milliseconds) ?? [], _ngrams);
        var form = _form.With(_maker?.Style(_form.Excerpts, controls) ?? [], _formNgrams);
        var register = RegisterMeasures.Measure(takes, excerpts => _maker?.Style(excerpts, controls) ?? []);
        return new(takes, form, TakeMeasures.Measure(takes, _train), FormMeasures.Measure(form), register, milliseconds);
    }

    /// <summary>Disposes of the style and the baseline.</summary>
    public void Dispose() => _maker?.Dispose();
}
