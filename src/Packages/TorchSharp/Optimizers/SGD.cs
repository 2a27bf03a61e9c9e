using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum, weight decay and Nesterov's form of momentum.</summary>
public class SGD : OptimizerHelper, IMomentum
{
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : base(Options.Of(lr, momentum, dampening, weight_decay, nesterov, maximize))
    {
        Require.NotNegative("learning rate", lr);
        Require.NotNegative("momentum value", momentum);
        Require.NotNegative("weight_decay value", weight_decay);
        if (nesterov && (momentum <= 0 || dampening != 0))
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        Add(parameters);
    }

    public double Momentum
    {
        get => ((IMomentum)Groups[0]).Momentum;
        set => Groups.ForEach(group => ((IMomentum)group).Momentum = value);
    }

    public override Tensor? step(Func<Tensor>? closure = null) =>
        Step<Options, State>(closure, (o, parameters, gradients, states) =>
        {
            if (o.weight_decay is { } decay and not 0)
                gradients = Foreach.Sum(gradients, parameters, decay);
            if (o.momentum is { } momentum and not 0)
                gradients = State.Follow(states, gradients, momentum, o.dampening!.Value, o.nesterov == true);
            Foreach.Add(parameters, gradients, o.maximize == true ? o.LearningRate!.Value : -o.LearningRate!.Value);
        });

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State();

    public class Options : OptimizerOptions
    {
        public double? momentum;
        public double? dampening;
        public double? weight_decay;
        public bool? nesterov;
        public bool? maximize;

        internal static Options Of(double lr, double momentum, double dampening, double decay, bool nesterov, bool maximize) => new()
        {
            LearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = decay,
            nesterov = nesterov,
            maximize = maximize,
        };
    }

    public class ParamGroup : ParamGroup<Options>, IMomentum
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.001, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false)
            : base(parameters, Options.Of(lr, momentum, dampening, weight_decay, nesterov, maximize))
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }

    /// <summary>The running direction; begins with the first gradient.</summary>
    private sealed class State : OptimizerState
    {
        private Tensor? _direction;

        public override void Save(BinaryWriter writer) => SaveOptional(writer, _direction);

        public override void Load(BinaryReader reader) => LoadOptional(reader, ref _direction);

        public override void Dispose() => _direction?.Dispose();

        public static Tensor[] Follow(State[] states, Tensor[] gradients, double momentum, double dampening, bool nesterov)
        {
            foreach (var i in Enumerable.Range(0, states.Length).Where(i => states[i]._direction is not null))
                states[i]._direction!.mul_(momentum).add_(gradients[i], 1 - dampening);
            for (var i = 0; i < states.Length; i++)
                states[i]._direction ??= gradients[i].clone().DetachFromDisposeScope();
            var directions = Array.ConvertAll(states, state => state._direction!);
            return nesterov ? Foreach.Sum(gradients, directions, momentum) : directions;
        }
    }
}
