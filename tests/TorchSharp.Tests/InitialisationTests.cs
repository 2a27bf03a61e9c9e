using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class InitialisationTests
{
    public InitialisationTests() => manual_seed(9);

    [Fact]
    public void Constants_fill()
    {
        var p = new Modules.Parameter(empty(2, 3));
        Close.To([0, 0, 0, 0, 0, 0], init.zeros_(p));
        Close.To([1, 1, 1, 1, 1, 1], init.ones_(p));
        Close.To([2.5, 2.5, 2.5, 2.5, 2.5, 2.5], init.constant_(p, 2.5));
        Close.To([1, 0, 0, 0, 1, 0], init.eye_(p));
        Assert.True(p.requires_grad);
    }

    [Fact]
    public void Distributions_follow_fan_in_and_fan_out()
    {
        var t = empty(200, 100);
        Assert.Equal((100, 200), init.CalculateFanInAndFanOut(t));
        Assert.Equal((300, 600), init.CalculateFanInAndFanOut(empty(200, 100, 3)));
        Assert.InRange(init.xavier_uniform_(t).abs().max().item<float>(), 0.139f, 0.1415f);
        Assert.InRange(init.xavier_normal_(t).std().item<float>(), 0.080f, 0.0835f);
        Assert.InRange(init.kaiming_uniform_(t).abs().max().item<float>(), 0.242f, 0.245f);
        Assert.InRange(
            init.kaiming_normal_(t, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU).std().item<float>(), 0.098f,
            0.102f);
        Assert.InRange(init.normal_(t, 1, 0.5).mean().item<float>(), 0.98f, 1.02f);
        Assert.InRange(init.uniform_(t, -1, 3).mean().item<float>(), 0.95f, 1.05f);
        Assert.Throws<ArgumentException>(() => init.xavier_uniform_(empty(3)));
    }

    [Fact]
    public void Truncated_values_stay_inside()
    {
        var t = init.trunc_normal_(empty(5000), 0, 1, -0.5, 1);
        Assert.InRange(t.min().item<float>(), -0.5f, 0);
        Assert.InRange(t.max().item<float>(), 0, 1);
    }

    [Fact]
    public void Orthogonal_rows_are_orthonormal()
    {
        var t = init.orthogonal_(empty(4, 9, float64), gain: 2);
        Close.To(eye(4, dtype: float64) * 4, t.matmul(t.t()), 1e-10);
        var tall = init.orthogonal_(empty(9, 4, float64));
        Close.To(eye(4, dtype: float64), tall.t().matmul(tall), 1e-10);
    }

    [Fact]
    public void Gains()
    {
        Assert.Equal(1, init.calculate_gain(init.NonlinearityType.Sigmoid));
        Assert.Equal(5.0 / 3, init.calculate_gain(init.NonlinearityType.Tanh));
        Assert.Equal(Math.Sqrt(2 / 1.04), init.calculate_gain(init.NonlinearityType.LeakyReLU, 0.2));
    }
}
