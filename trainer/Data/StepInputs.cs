using ComposerPlugin.Music;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Data;

/// <summary>The inputs of n steps of b tunes. Classes are int64.</summary>
/// <param name="Note">(b, n, 3) pitch, IOI, duration.</param>
/// <param name="BarPosition">(b, n, 4) position in the bar, meter, bar, key; a fifth column is the token of the source.</param>
/// <param name="Hint">(b, n, 4) pitch, IOI, duration, length.</param>
/// <param name="Form">(b, n, <see cref="FormHint.Length"/>); null for a model without form inputs.</param>
internal sealed record StepInputs(Tensor Note, Tensor BarPosition, Tensor Hint, Tensor? Form = null)
{
    /// <summary>Some of the steps.</summary>
    public StepInputs Narrow(long first, long count) => new(
        Note.narrow(1, first, count), BarPosition.narrow(1, first, count), Hint.narrow(1, first, count), Form?.narrow(1, first, count));
}
