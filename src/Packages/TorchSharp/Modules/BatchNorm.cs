using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class BatchNorm : NormBase
{
    public BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var follows = training && track_running_stats;
        if (follows)
            num_batches_tracked!.add_(1);
        // Without momentum the running values are plain means over all batches so far.
        var share = momentum ?? (follows ? 1.0 / num_batches_tracked!.item<long>() : 0);
        return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training || running_mean is null, share, eps);
    }
}
