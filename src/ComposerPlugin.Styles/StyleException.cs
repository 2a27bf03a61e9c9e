namespace ComposerPlugin.Models;

/// <summary>A style cannot be used; the message is one sentence for the user: what is wrong, where, and what to do.</summary>
public sealed class StyleException : Exception
{
    internal const string ExportAgain = "export the style again with the trainer";
    internal const string TrainAgain = "train the style again";
    internal const string ChooseAnother = "choose a folder that the trainer wrote";
    internal const string CheckPermissions = "check its permissions";

    /// <summary>Says what is wrong where, and what to do, without a full stop.</summary>
    public StyleException(string trouble, string remedy, Exception? cause = null)
        : base($"{trouble}: {remedy}.", cause)
    {
    }
}
