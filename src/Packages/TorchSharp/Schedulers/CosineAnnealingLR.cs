namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Half a cosine from the initial rate down to eta_min in T_max steps, then up again.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _length;
                    private readonly double _lowest;

                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _length = T_max;
                        _lowest = eta_min;
                        step();
                    }

                    /// <summary>Follows from the rate now, so that other schedules may act beside this one.</summary>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                            return Groups.Select(group => group.LearningRate);
                        if ((Epoch - 1 - _length) % (2 * _length) == 0)
                            return Groups.Zip(
                                Initial, (group, rate) => group.LearningRate + (rate - _lowest) * (1 - Math.Cos(Math.PI / _length)) / 2);
                        var ratio = (1 + Math.Cos(Math.PI * Epoch / _length)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / _length));
                        return Groups.Select(group => ratio * (group.LearningRate - _lowest) + _lowest);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        Initial.Select(rate => _lowest + (rate - _lowest) * (1 + Math.Cos(Math.PI * Epoch / _length)) / 2);
                }
            }
        }
    }
}
