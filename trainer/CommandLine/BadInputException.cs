namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>The input of a command is wrong. The message is one sentence: what is wrong, where, and what to do.</summary>
internal sealed class BadInputException(string message) : Exception(message.ReplaceLineEndings(" "));
