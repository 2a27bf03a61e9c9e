using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Adam with weight decay that shrinks the parameters directly (Loshchilov and Hutter 2019).</summary>
public class AdamW : OptimizerHelper, IBetas
{
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(Options.Of(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize))
    {
        AdamState.Check(lr, beta1, beta2, eps, weight_decay);
        Add(parameters);
    }

    public (double, double) Betas
    {
        get => ((IBetas)Groups[0]).Betas;
        set => Groups.ForEach(group => ((IBetas)group).Betas = value);
    }

    public override Tensor? step(Func<Tensor>? closure = null) =>
        Step<Options, AdamState>(closure, (o, parameters, gradients, states) =>
        {
            if (o.maximize == true)
                gradients = Foreach.Negative(gradients);
            if (o.weight_decay is { } decay and not 0)
                Foreach.Multiply(parameters, 1 - o.LearningRate!.Value * decay);
            AdamState.Change(
                parameters, gradients, states, o.LearningRate!.Value, o.beta1!.Value, o.beta2!.Value, o.eps!.Value, o.amsgrad == true);
        });

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new AdamState(parameter, ((Options)options).amsgrad == true);

    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;
        public bool? amsgrad;
        public bool? maximize;

        internal static Options Of(double lr, double beta1, double beta2, double eps, double decay, bool amsgrad, bool maximize) => new()
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };
    }

    public class ParamGroup : ParamGroup<Options>, IBetas
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, Options.Of(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize))
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
