namespace ComposerPlugin.Vst3;

/// <summary>An exception that was returned to the host as an error code.</summary>
/// <param name="Entry">The interface function that the host called.</param>
/// <param name="Exception">The exception.</param>
public sealed record EntryError(string Entry, Exception Exception);
