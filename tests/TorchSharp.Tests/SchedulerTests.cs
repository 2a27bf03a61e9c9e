using Parameter = TorchSharp.Modules.Parameter;

namespace TorchSharp.Tests;

public class SchedulerTests
{
    private readonly Modules.SGD _optimizer = optim.SGD([new Parameter(ones(1))], 0.8, momentum: 0.9);

    private double Rate => _optimizer.ParamGroups.Single().LearningRate;

    private double[] Rates(optim.lr_scheduler.LRScheduler scheduler, int steps)
    {
        var rates = new List<double> { Rate };
        for (var i = 1; i < steps; i++)
        {
            scheduler.step();
            rates.Add(Rate);
        }
        Assert.Equal(Rate, scheduler.get_last_lr().Single());
        return [.. rates];
    }

    private static void Near(IEnumerable<double> expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));

    [Fact]
    public void Lambda_multiplies_the_first_rate()
    {
        var rates = Rates(optim.lr_scheduler.LambdaLR(_optimizer, step => Math.Min(1, (step + 1) / 4.0)), 6);
        Near([0.2, 0.4, 0.6, 0.8, 0.8, 0.8], rates);
    }

    [Fact]
    public void Each_group_may_have_its_own_lambda()
    {
        _optimizer.add_param_group(new Modules.SGD.ParamGroup([new Parameter(ones(1))], lr: 0.1));
        var scheduler = new optim.lr_scheduler.impl.LambdaLR(_optimizer, [step => step, step => 2.0 * step]);
        scheduler.step();
        scheduler.step();
        Near([1.6, 0.4], [.. scheduler.get_last_lr()]);
        Assert.Throws<ArgumentException>(() => new optim.lr_scheduler.impl.LambdaLR(_optimizer, [step => step]));
    }

    [Fact]
    public void Steps_fall_by_gamma()
    {
        Near([0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2], Rates(optim.lr_scheduler.StepLR(_optimizer, 3, 0.5), 7));
    }

    [Fact]
    public void A_given_step_is_found_directly()
    {
        var scheduler = optim.lr_scheduler.StepLR(_optimizer, 3, 0.5);
        scheduler.step(7);
        Assert.Equal(0.2, Rate, 1e-12);
    }

    [Fact]
    public void The_cosine_falls_to_its_least_and_rises_again()
    {
        var rates = Rates(optim.lr_scheduler.CosineAnnealingLR(_optimizer, 5, 0.1), 13);
        Near(Enumerable.Range(0, 13).Select(t => 0.1 + 0.35 * (1 + Math.Cos(Math.PI * t / 5))), rates);
    }

    [Theory]
    [InlineData(optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy.Cos)]
    [InlineData(optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear)]
    public void One_cycle_rises_and_falls_while_momentum_falls_and_rises(optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy strategy)
    {
        double Between(double from, double to, double part) =>
            strategy == optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear
                ? from + (to - from) * part
                : to + (from - to) / 2 * (1 + Math.Cos(Math.PI * part));

        var scheduler = optim.lr_scheduler.OneCycleLR(
            _optimizer, 1.0, total_steps: 11, pct_start: 0.5, anneal_strategy: strategy, div_factor: 10, final_div_factor: 100);
        for (var t = 0; t < 11; t++)
        {
            var (rate, momentum) = t <= 4.5
                ? (Between(0.1, 1, t / 4.5), Between(0.95, 0.85, t / 4.5))
                : (Between(1, 0.001, (t - 4.5) / 5.5), Between(0.85, 0.95, (t - 4.5) / 5.5));
            Assert.Equal(rate, Rate, 1e-12);
            Assert.Equal(momentum, _optimizer.Momentum, 1e-12);
            if (t < 10)
                scheduler.step();
        }
        scheduler.step();
        Assert.Throws<InvalidOperationException>(() => scheduler.step());
    }

    [Fact]
    public void One_cycle_turns_the_first_beta_of_adam()
    {
        using var adam = optim.Adam([new Parameter(ones(1))], 0.1, beta2: 0.99);
        optim.lr_scheduler.OneCycleLR(adam, 0.1, epochs: 2, steps_per_epoch: 5, three_phase: true);
        Assert.Equal((0.95, 0.99), adam.Betas);
    }

    [Fact]
    public void A_cycle_without_length_is_refused()
    {
        Assert.Contains("total_steps", Assert.Throws<ArgumentException>(() => optim.lr_scheduler.OneCycleLR(_optimizer, 1.0)).Message);
        Assert.Throws<ArgumentException>(() => optim.lr_scheduler.OneCycleLR(_optimizer, 1.0, total_steps: 0));
    }
}
