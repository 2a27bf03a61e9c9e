namespace ComposerPlugin.Engine;

/// <summary>The style that the controls name.</summary>
/// <param name="Slot">Its place in the list of styles.</param>
/// <param name="Provider">What it shall run on: the number of an execution provider, which the worker knows.</param>
public readonly record struct StyleChoice(byte Slot, byte Provider);
