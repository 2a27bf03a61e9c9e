using ComposerPlugin.Engine;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>Parses the entries of the plugin's control Form as words of the command line.</summary>
internal static class FormName
{
    /// <summary>All names, for a message.</summary>
    public const string All = "free, style, rhythm or phrase";

    /// <summary>The form of a name, in upper or lower case; null if there is none.</summary>
    public static AnswerForm? Read(string name) => name.ToLowerInvariant() switch
    {
        "free" => AnswerForm.Free,
        "style" => AnswerForm.AsStyle,
        "rhythm" => AnswerForm.SameRhythm,
        "phrase" => AnswerForm.PhraseAgain,
        _ => null,
    };
}
