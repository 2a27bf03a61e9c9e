namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up to max_lr and down to almost nothing; momentum goes the other way (Smith and Topin 2017).</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly AnnealStrategy _strategy;
                    private readonly int _steps;
                    private readonly double[] _highest;
                    private readonly double[] _first;
                    private readonly double[] _lowest;
                    private readonly double[]? _baseMomentum;
                    private readonly double[]? _highestMomentum;
                    private readonly (double End, double[] From, double[] To, double[]? MomentumFrom, double[]? MomentumTo)[] _phases;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000,
                        bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, Same(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy,
                            cycle_momentum, Same(optimizer, base_momentum), Same(optimizer, max_momentum), div_factor, final_div_factor,
                            three_phase, last_epoch, verbose)
                    {
                    }

                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                        double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (cycle_momentum && optimizer is not (IMomentum or IBetas))
                            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                        if (pct_start is < 0 or > 1)
                            throw new ArgumentException($"Expected float between 0 and 1 for pct_start, but got {pct_start}");
                        _strategy = anneal_strategy;
                        _steps = Length(total_steps, epochs, steps_per_epoch);
                        _highest = [.. max_lr];
                        _first = Array.ConvertAll(_highest, rate => rate / div_factor);
                        _lowest = Array.ConvertAll(_first, rate => rate / final_div_factor);
                        if (cycle_momentum)
                        {
                            _baseMomentum = [.. base_momentum ?? Same(optimizer, 0.85)];
                            _highestMomentum = [.. max_momentum ?? Same(optimizer, 0.95)];
                        }
                        var up = pct_start * _steps - 1;
                        _phases = three_phase
                            ?
                            [
                                (up, _first, _highest, _highestMomentum, _baseMomentum),
                                (2 * pct_start * _steps - 2, _highest, _first, _baseMomentum, _highestMomentum),
                                (_steps - 1, _first, _lowest, _highestMomentum, _highestMomentum),
                            ]
                            :
                            [
                                (up, _first, _highest, _highestMomentum, _baseMomentum),
                                (_steps - 1, _highest, _lowest, _baseMomentum, _highestMomentum),
                            ];
                        step();
                    }

                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch > _steps)
                            throw new InvalidOperationException(
                                $"Tried to step {Epoch + 2} times. The specified number of total steps is {_steps}");
                        var begin = 0.0;
                        var current = 0;
                        while (current < _phases.Length - 1 && Epoch > _phases[current].End)
                            begin = _phases[current++].End;
                        var phase = _phases[current];
                        var part = (Epoch - begin) / (phase.End - begin);
                        for (var i = 0; phase.MomentumFrom is not null && i < Groups.Length; i++)
                            SetMomentum(Groups[i], Between(phase.MomentumFrom[i], phase.MomentumTo![i], part));
                        return Groups.Select((_, i) => Between(phase.From[i], phase.To[i], part));
                    }

                    private static void SetMomentum(ILearningRateController group, double momentum)
                    {
                        if (group is IBetas betas)
                            betas.Betas = (momentum, betas.Betas.Item2);
                        else if (group is IMomentum direction)
                            direction.Momentum = momentum;
                    }

                    private static int Length(int total, int epochs, int stepsPerEpoch)
                    {
                        if (total == -1 && epochs == -1 && stepsPerEpoch == -1)
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        if (total is 0 or < -1)
                            throw new ArgumentException($"Expected positive integer total_steps, but got {total}");
                        if (total > 0)
                            return total;
                        if (epochs <= 0)
                            throw new ArgumentException($"Expected positive integer epochs, but got {epochs}");
                        if (stepsPerEpoch <= 0)
                            throw new ArgumentException($"Expected positive integer steps_per_epoch, but got {stepsPerEpoch}");
                        return epochs * stepsPerEpoch;
                    }

                    private static IEnumerable<double> Same(Optimizer optimizer, double value) => optimizer.ParamGroups.Select(_ => value);

                    private double Between(double from, double to, double part) =>
                        _strategy == AnnealStrategy.Cos ? to + (from - to) / 2 * (Math.Cos(Math.PI * part) + 1) : from + (to - from) * part;
                }
            }
        }
    }
}
