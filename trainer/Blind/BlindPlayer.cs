using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Blind;

/// <summary>A style that continues phrases, as a new instance of the plugin would.</summary>
internal sealed class BlindPlayer : IDisposable
{
    private readonly LoadedStyle _style;
    private readonly PhraseComposer _composer;
    private readonly TakeControls _controls;
    private readonly AnswerForm _form;

    /// <summary>Loads the style.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="form">How closely its answers keep to the phrase.</param>
    public BlindPlayer(string folder, AnswerForm form)
    {
        _style = LoadedStyle.Load(folder);
        (_composer, _controls, _form) = (new(_style), TakeControls.Of(_style.File), form);
    }

    /// <summary>Continues a phrase.</summary>
    /// <param name="excerpt">The phrase.</param>
    /// <param name="take">The number of the take, from 0, which gives the seed.</param>
    public Phrase Continue(Excerpt excerpt, int take) =>
        _composer.Answer(excerpt.Prompt, excerpt.Begin, excerpt.End, _controls.For(excerpt, take) with { Form = _form });

    /// <summary>Disposes of the style.</summary>
    public void Dispose()
    {
        _composer.Dispose();
        _style.Dispose();
    }
}
