namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rate of each parameter group over time; a derived constructor takes the first step.</summary>
            public abstract class LRScheduler
            {
                protected int _step_count;
                private readonly bool _verbose;

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _verbose = verbose;
                    Epoch = last_epoch;
                    Groups = [.. optimizer.ParamGroups];
                    Initial = Array.ConvertAll(Groups, group => group.InitialLearningRate);
                    Last = Array.ConvertAll(Groups, group => group.LearningRate);
                }

                private protected ILearningRateController[] Groups { get; }

                /// <summary>The learning rates that the schedule changes.</summary>
                private protected double[] Initial { get; }

                private protected int Epoch { get; private set; }

                private double[] Last { get; }

                public virtual void step() => step(null);

                public virtual void step(int? epoch)
                {
                    _step_count++;
                    Epoch = epoch ?? Epoch + 1;
                    var rates = (epoch.HasValue ? get_closed_form_lr() : get_lr()).ToArray();
                    for (var i = 0; i < Groups.Length; i++)
                    {
                        Groups[i].LearningRate = rates[i];
                        if (_verbose && Last[i] != rates[i])
                            Console.WriteLine($"Adjusting learning rate to {rates[i]}");
                        Last[i] = rates[i];
                    }
                }

                /// <summary>Most schedules do not look at the metric.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                public IEnumerable<double> get_last_lr() => Last;

                protected virtual IEnumerable<double> get_lr() => Groups.Select(group => group.LearningRate);

                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();
            }
        }
    }
}
