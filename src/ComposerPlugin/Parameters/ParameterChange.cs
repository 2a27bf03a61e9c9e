namespace ComposerPlugin;

/// <summary>A change of a parameter, in a block or in a queue between the threads.</summary>
/// <param name="Index">The index in <see cref="Parameters.All"/>, or of one of <see cref="MidiControllers"/>.</param>
/// <param name="Normalized">The normalized value, 0 to 1.</param>
/// <param name="Frame">The frame in the block; 0 outside a block.</param>
public readonly record struct ParameterChange(int Index, double Normalized, int Frame);
