using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Divides each gradient by the running root of its mean square.</summary>
public class RMSProp : OptimizerHelper, IMomentum
{
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : base(Options.Of(lr, alpha, eps, weight_decay, momentum, centered, maximize))
    {
        Require.NotNegative("learning rate", lr);
        Require.NotNegative("eps value", eps);
        Require.NotNegative("momentum value", momentum);
        Require.NotNegative("weight_decay value", weight_decay);
        Require.NotNegative("alpha value", alpha);
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
            if (o.maximize == true)
                gradients = Foreach.Negative(gradients);
            if (o.weight_decay is { } decay and not 0)
                gradients = Foreach.Sum(gradients, parameters, decay);
            var divisors = State.Follow(states, gradients, o.alpha!.Value, o.centered == true);
            Foreach.Add(divisors, o.eps!.Value);
            var rate = o.LearningRate!.Value;
            if (o.momentum!.Value is var momentum && momentum <= 0)
            {
                Foreach.AddQuotient(parameters, gradients, divisors, -rate);
                return;
            }
            var directions = Array.ConvertAll(states, state => state.Direction!);
            Foreach.Multiply(directions, momentum);
            Foreach.AddQuotient(directions, gradients, divisors);
            Foreach.Add(parameters, directions, -rate);
        });

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) => new State(parameter);

    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? momentum;
        public double? alpha;
        public double? eps;
        public double? weight_decay;
        public bool? centered;

        internal static Options Of(double lr, double alpha, double eps, double decay, double momentum, bool centered, bool? maximize) => new()
        {
            LearningRate = lr,
            alpha = alpha,
            eps = eps,
            weight_decay = decay,
            momentum = momentum,
            centered = centered,
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
            IEnumerable<Parameter> parameters, double lr = 0.001, double eps = 1e-08, double alpha = 0.99, double weight_decay = 0,
            double momentum = 0, bool centered = false)
            : base(parameters, Options.Of(lr, alpha, eps, weight_decay, momentum, centered, null))
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }

    /// <summary>Running means of a parameter's gradient and its square, and the direction that momentum follows.</summary>
    private sealed class State(Parameter parameter) : OptimizerState
    {
        private readonly Tensor _square = Zeros(parameter);
        private Tensor? _direction = Zeros(parameter);
        private Tensor? _mean = Zeros(parameter);
        private long _step;

        public Tensor? Direction => _direction;

        public override void Save(BinaryWriter writer)
        {
            writer.Write(_step);
            _square.Save(writer);
            SaveOptional(writer, _direction);
            SaveOptional(writer, _mean);
        }

        public override void Load(BinaryReader reader)
        {
            _step = reader.ReadInt64();
            _square.Load(reader);
            LoadOptional(reader, ref _direction);
            LoadOptional(reader, ref _mean);
        }

        public override void Dispose()
        {
            _square.Dispose();
            _direction?.Dispose();
            _mean?.Dispose();
        }

        /// <summary>Takes in the gradients; returns the roots of the mean squares (of the variances, when centred).</summary>
        public static Tensor[] Follow(State[] states, Tensor[] gradients, double alpha, bool centered)
        {
            foreach (var state in states)
                state._step++;
            var squares = Array.ConvertAll(states, state => state._square);
            Foreach.Multiply(squares, alpha);
            Foreach.AddProduct(squares, gradients, gradients, 1 - alpha);
            if (!centered)
                return Foreach.SquareRoot(squares);
            var means = Array.ConvertAll(states, state => state._mean!);
            Foreach.Multiply(means, alpha);
            Foreach.Add(means, gradients, 1 - alpha);
            var variances = Foreach.Sum(squares, squares, 0);
            Foreach.AddProduct(variances, means, means, -1);
            return Foreach.SquareRoot(variances);
        }
    }
}
