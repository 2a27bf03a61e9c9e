namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>What a program returns to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Any failure that is not bad input, such as a full disk.</summary>
    public const int Failed = 1;

    public const int BadInput = 2;
}
