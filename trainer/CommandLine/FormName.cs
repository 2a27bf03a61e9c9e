using ComposerPlugin.Engine;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>The names of <see cref="AnswerForm"/> in options.</summary>
internal static class FormName
{
    /// <summary>The form of a name.</summary>
    /// <param name="option">The option.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="BadInputException">There is no such form.</exception>
    public static AnswerForm Form(string option, string name) => name.ToLowerInvariant() switch
    {
        "free" => AnswerForm.Free,
        "style" => AnswerForm.AsStyle,
        "rhythm" => AnswerForm.SameRhythm,
        "phrase" => AnswerForm.PhraseAgain,
        _ => throw new BadInputException($"{option} {name} is unknown; use free, style, rhythm or phrase."),
    };
}
