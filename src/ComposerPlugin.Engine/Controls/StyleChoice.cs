namespace ComposerPlugin.Engine;

/// <summary>The style that the controls choose.</summary>
/// <param name="Slot">Its slot in the catalog.</param>
/// <param name="Provider">The number of the execution provider.</param>
public readonly record struct StyleChoice(byte Slot, byte Provider);
