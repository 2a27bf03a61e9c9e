namespace ComposerPlugin.Vst3;

/// <summary>An exception that did not reach the host.</summary>
/// <param name="Entry">The interface function that the host had called.</param>
/// <param name="Exception">What was thrown.</param>
public sealed record Fault(string Entry, Exception Exception);
