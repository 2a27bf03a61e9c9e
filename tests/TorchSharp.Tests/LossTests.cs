using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class LossTests
{
    private readonly Tensor _logits = tensor(new[,] { { 1.0, 2, 0.5 }, { -1, 0.3, 2 }, { 0.2, 0.1, -0.4 } });
    private readonly Tensor _classes = tensor(new[] { 1L, 2, 0 });

    private double[] LogProbabilities() => Close.Values(_logits.log_softmax(1));

    [Fact]
    public void Cross_entropy_is_the_mean_of_minus_the_log_probability()
    {
        var p = LogProbabilities();
        double[] losses = [-p[1], -p[5], -p[6]];
        Close.To([losses.Average()], functional.cross_entropy(_logits, _classes));
        Close.To([losses.Sum()], functional.cross_entropy(_logits, _classes, reduction: Reduction.Sum));
        Close.To(losses, functional.cross_entropy(_logits, _classes, reduction: Reduction.None));
        Close.To([losses.Average()], functional.nll_loss(_logits.log_softmax(1), _classes));
        Gradient.Check(t => functional.cross_entropy(t, _classes), _logits);
    }

    [Fact]
    public void An_ignored_class_neither_counts_nor_learns()
    {
        var p = LogProbabilities();
        var classes = tensor(new[] { 1L, -100, 0 });
        Close.To([-(p[1] + p[6]) / 2], functional.cross_entropy(_logits, classes));
        Close.To([-(p[1] + p[5]) / 2], functional.cross_entropy(_logits, _classes, ignore_index: 0));
        var leaf = _logits.clone().requires_grad_();
        functional.cross_entropy(leaf, classes).backward();
        Close.To([0, 0, 0], leaf.grad![1]);
    }

    [Fact]
    public void Weights_make_a_weighted_mean()
    {
        var p = LogProbabilities();
        var weight = tensor(new[] { 1.0, 2, 5 });
        Close.To([-(2 * p[1] + 5 * p[5] + p[6]) / 8], functional.cross_entropy(_logits, _classes, weight));
        Gradient.Check(t => functional.cross_entropy(t, _classes, weight), _logits);
    }

    [Fact]
    public void Smoothing_spreads_a_share_over_all_classes()
    {
        var p = LogProbabilities();
        double[] hard = [p[1], p[5], p[6]];
        var expected = Enumerable.Range(0, 3).Average(i => -(0.9 * hard[i] + 0.1 * (p[3 * i] + p[3 * i + 1] + p[3 * i + 2]) / 3));
        Close.To([expected], functional.cross_entropy(_logits, _classes, label_smoothing: 0.1));
        Gradient.Check(t => functional.cross_entropy(t, _classes, label_smoothing: 0.1), _logits);
    }

    [Fact]
    public void Time_may_follow_the_classes()
    {
        var sequences = _logits.t().unsqueeze(0); // [batch 1, classes 3, time 3]
        Close.To(functional.cross_entropy(_logits, _classes), functional.cross_entropy(sequences, _classes.unsqueeze(0)));
    }

    [Fact]
    public void Squared_absolute_and_mixed_errors()
    {
        var target = _logits + tensor(new[] { 0.5, -2, 0 });
        Close.To([4.25 / 3], functional.mse_loss(_logits, target));
        Close.To([2.5 / 3], functional.l1_loss(_logits, target));
        Close.To([(0.125 + 1.5) / 3], functional.smooth_l1_loss(_logits, target));
        Close.To([(0.125 + 1.5) / 3], functional.huber_loss(_logits, target));
        Gradient.Check((a, b) => functional.mse_loss(a, b, Reduction.None), _logits, target);
        Gradient.Check((a, b) => functional.smooth_l1_loss(a, b), _logits, target + 0.01);
    }

    [Fact]
    public void Binary_cross_entropy_of_logits_equals_that_of_probabilities()
    {
        var target = tensor(new[,] { { 1.0, 0, 1 }, { 0, 0, 1 }, { 0.5, 1, 0 } });
        var x = Close.Values(_logits);
        var y = Close.Values(target);
        var expected = x.Zip(
            y, (a, b) => -(b * Math.Log(1 / (1 + Math.Exp(-a))) + (1 - b) * Math.Log(1 - 1 / (1 + Math.Exp(-a))))).Average();
        Close.To([expected], functional.binary_cross_entropy_with_logits(_logits, target));
        Close.To([expected], functional.binary_cross_entropy(_logits.sigmoid(), target));
        Gradient.Check(t => functional.binary_cross_entropy_with_logits(t, target, pos_weights: tensor(new[] { 1.0, 2, 3 })), _logits);
        var weighted = functional.binary_cross_entropy_with_logits(_logits, ones_like(_logits), pos_weights: tensor(3.0));
        Close.To(functional.binary_cross_entropy_with_logits(_logits, ones_like(_logits)) * 3, weighted);
    }

    [Fact]
    public void Divergence_takes_log_probabilities_unless_told_otherwise()
    {
        var target = _logits.flip(1).softmax(1);
        var expected = (target * (target.log() - _logits.log_softmax(1))).sum();
        Close.To(expected, functional.kl_div(_logits.log_softmax(1), target.log(), reduction: Reduction.Sum), 1e-12);
        Close.To(expected, functional.kl_div(_logits.log_softmax(1), target, log_target: false, Reduction.Sum), 1e-12);
        Gradient.Check(t => functional.kl_div(t.log_softmax(1), target, log_target: false), _logits);
    }

    [Fact]
    public void A_class_outside_the_logits_is_refused()
    {
        var error = Assert.Throws<ExternalException>(() => functional.cross_entropy(_logits, tensor(new[] { 0L, 3, 1 })));
        Assert.Contains("Target 3 is out of bounds", error.Message);
    }

    [Fact]
    public void Vectors_compare_by_angle_and_one_hot()
    {
        Close.To([1, 0], functional.cosine_similarity(tensor(new[,] { { 1.0, 1 }, { 1, 0 } }), tensor(new[,] { { 2.0, 2 }, { 0, 3 } })));
        Close.To([0, 1, 0, 0, 0, 1], functional.one_hot(tensor(new[] { 1L, 2 }), 3));
    }
}
