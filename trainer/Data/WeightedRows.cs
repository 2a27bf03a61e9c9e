namespace ComposerPlugin.Trainer.Data;

/// <summary>A tune to learn, and its weight.</summary>
/// <param name="Rows">The tune.</param>
/// <param name="Weight">How often it is drawn per epoch, on average.</param>
internal readonly record struct WeightedRows(StepRows Rows, double Weight);
