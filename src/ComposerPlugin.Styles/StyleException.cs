namespace ComposerPlugin.Styles;

/// <summary>A style cannot be used. The message is one sentence for the user: the error, the file, and what to do.</summary>
public sealed class StyleException : Exception
{
    /// <summary>The hint for a graph or value that is not valid.</summary>
    public const string ExportAgain = "export the style again with the trainer";

    /// <summary>The hint for weights or classes that cannot be repaired by an export.</summary>
    public const string TrainAgain = "train the style again";

    /// <summary>The hint for a folder or file that is not a style.</summary>
    public const string ChooseAnother = "choose a folder that the trainer wrote";

    /// <summary>The hint for a file that cannot be opened.</summary>
    public const string CheckPermissions = "check its permissions";

    /// <summary>Creates the exception with the message "error: hint."</summary>
    /// <param name="error">The error and the file, without a full stop.</param>
    /// <param name="hint">What to do, without a full stop.</param>
    /// <param name="cause">The exception that caused it.</param>
    public StyleException(string error, string hint, Exception? cause = null)
        : base($"{error}: {hint}.".ReplaceLineEndings(" "), cause)
    {
    }
}
