namespace ComposerPlugin.Trainer.Data;

/// <summary>The inputs of n steps of b tunes in row-major order; shapes as in <see cref="StepInputs"/>.</summary>
/// <param name="Note">(b, n, 3)</param>
/// <param name="BarPosition">(b, n, 4)</param>
/// <param name="Hint">(b, n, 4)</param>
/// <param name="Form">(b, n, classes); ignored by graphs without form inputs.</param>
internal sealed record StepClasses(long[] Note, long[] BarPosition, long[] Hint, long[] Form);
