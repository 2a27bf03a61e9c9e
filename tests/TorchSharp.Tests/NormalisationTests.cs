using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class NormalisationTests
{
    private readonly Tensor _input = tensor(new[,] { { 1.0, 2, 4 }, { -1, 0, 3 }, { 2, 2, -2 }, { 0.5, 1, 5 } });

    [Fact]
    public void Layer_norm_centres_and_scales_each_row()
    {
        using var norm = LayerNorm(3, dtype: float64);
        var output = norm.call(_input);
        var expected = RecurrentReference.Rows(_input).SelectMany(row =>
        {
            var mean = row.Average();
            var deviation = Math.Sqrt(row.Average(x => (x - mean) * (x - mean)) + 1e-5);
            return row.Select(x => (x - mean) / deviation);
        });
        Close.To(expected.ToArray(), output, 1e-12);
        Gradient.Check(norm.call, _input);
        ParameterGradients.Check(norm, () => norm.call(_input));
        using var plain = LayerNorm([3], elementwise_affine: false);
        Assert.Empty(plain.parameters());
    }

    [Fact]
    public void Batch_norm_centres_and_scales_each_feature_over_the_batch()
    {
        using var norm = BatchNorm1d(3, dtype: float64);
        var output = norm.call(_input);
        var mean = _input.mean([0]);
        var variance = _input.var(0, unbiased: false);
        Close.To((_input - mean) / (variance + 1e-5).sqrt(), output, 1e-12);
        Gradient.Check(norm.call, _input, 1e-5);
        ParameterGradients.Check(norm, () => norm.call(_input));
    }

    [Fact]
    public void Batch_norm_follows_mean_and_variance_and_uses_them_after_training()
    {
        using var norm = BatchNorm1d(3, momentum: 0.25, dtype: float64);
        norm.call(_input);
        Close.To(_input.mean([0]) * 0.25, norm.running_mean!, 1e-12);
        Close.To(_input.var(0) * 0.25 + 0.75, norm.running_var!, 1e-12);
        Assert.Equal(1, norm.num_batches_tracked!.item<long>());
        norm.eval();
        var expected = (_input - norm.running_mean!) / (norm.running_var! + 1e-5).sqrt();
        Close.To(expected, norm.call(_input), 1e-12);
        Assert.Equal(1, norm.num_batches_tracked!.item<long>());
        norm.reset_running_stats();
        Close.To([0, 0, 0], norm.running_mean!);
    }

    [Fact]
    public void Batch_norm_takes_time_as_part_of_the_batch()
    {
        using var norm = BatchNorm1d(2, dtype: float64);
        var sequences = arange(12, float64).view(2, 2, 3).sin();
        var flat = sequences.transpose(1, 2).reshape(-1, 2);
        Close.To(norm.call(flat).view(2, 3, 2).transpose(1, 2), norm.call(sequences), 1e-12);
        Assert.Equal(["running_mean", "running_var", "num_batches_tracked"], norm.named_buffers().Select(entry => entry.name));
        Assert.Contains("expected 2D or 3D input", Assert.Throws<ArgumentException>(() => norm.call(ones(2))).Message);
    }
}
