namespace ComposerPlugin;

/// <summary>A control's new value, on its way between the threads or at its frame in a block.</summary>
/// <param name="Index">Which control: its place in <see cref="Parameters.All"/>.</param>
/// <param name="Normalized">0 to 1.</param>
/// <param name="Frame">Its frame in the block; 0 where there is no block.</param>
public readonly record struct ParameterChange(int Index, double Normalized, int Frame);
