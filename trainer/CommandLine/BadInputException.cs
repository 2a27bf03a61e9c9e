namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>What was asked for cannot be done; the message is one sentence that says what is wrong, where, and what to do.</summary>
internal sealed class BadInputException(string message) : Exception(message);
