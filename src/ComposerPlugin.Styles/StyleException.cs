namespace ComposerPlugin.Styles;

/// <summary>A style cannot be used; the message is one sentence for the user: what is wrong, where, and what to do.</summary>
public sealed class StyleException : Exception
{
    /// <summary>What to do about a graph that is not as it must be.</summary>
    public const string ExportAgain = "export the style again with the trainer";

    /// <summary>What to do about weights that are no numbers.</summary>
    public const string TrainAgain = "train the style again";

    /// <summary>What to do where nothing else helps.</summary>
    public const string ChooseAnother = "choose a folder that the trainer wrote";

    /// <summary>What to do about a file that cannot be opened.</summary>
    public const string CheckPermissions = "check its permissions";

    /// <summary>Says what is wrong where, and what to do, without a full stop.</summary>
    public StyleException(string trouble, string remedy, Exception? cause = null)
        : base($"{trouble}: {remedy}.", cause)
    {
    }
}
