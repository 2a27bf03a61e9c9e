using TorchSharp.Modules;
using static TorchSharp.torch.nn;
using Parameter = TorchSharp.Modules.Parameter;

namespace TorchSharp.Tests;

public class OptimizerTests
{
    private static readonly double[] Start = [1, -2, 0.5];
    private readonly Parameter _parameter = new(tensor(Start));

    /// <summary>The gradients of three steps; every optimiser sees the same.</summary>
    private static readonly double[][] Gradients = [[0.5, -1, 2], [-0.25, 3, 0.1], [1, 1, -1]];

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(0.1, false, false)]
    [InlineData(0.1, true, false)]
    [InlineData(0, false, true)]
    public void Adam_takes_the_steps_of_the_paper(double decay, bool amsgrad, bool maximize)
    {
        using var adam = optim.Adam([_parameter], 0.01, 0.8, 0.95, 1e-6, decay, amsgrad, maximize);
        Expect(adam, AdamSteps(0.01, decay, decoupled: false, amsgrad, maximize));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void AdamW_shrinks_the_parameters_themselves(double decay)
    {
        using var adam = optim.AdamW([_parameter], 0.01, 0.8, 0.95, 1e-6, decay);
        Expect(adam, AdamSteps(0.01, decay, decoupled: true, amsgrad: false, maximize: false));
    }

    [Theory]
    [InlineData(0, 0, 0, false, false)]
    [InlineData(0.9, 0, 0.1, false, false)]
    [InlineData(0.9, 0.3, 0, false, false)]
    [InlineData(0.9, 0, 0.1, true, false)]
    [InlineData(0.5, 0, 0, false, true)]
    public void Sgd_follows_gradient_and_momentum(double momentum, double dampening, double decay, bool nesterov, bool maximize)
    {
        using var sgd = optim.SGD([_parameter], 0.1, momentum, dampening, decay, nesterov, maximize);
        Expect(sgd, Each((p, state, gradient, step) =>
        {
            var g = gradient + decay * p;
            if (momentum != 0)
            {
                state[0] = step == 1 ? g : momentum * state[0] + (1 - dampening) * g;
                g = nesterov ? g + momentum * state[0] : state[0];
            }
            return maximize ? p + 0.1 * g : p - 0.1 * g;
        }));
    }

    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(0.1, false, 0)]
    [InlineData(0, true, 0)]
    [InlineData(0, true, 0.9)]
    public void RmsProp_divides_by_the_running_root_mean_square(double decay, bool centered, double momentum)
    {
        using var rms = optim.RMSProp([_parameter], 0.01, 0.9, 1e-6, decay, momentum, centered);
        Expect(rms, Each((p, state, gradient, _) =>
        {
            var g = gradient + decay * p;
            state[0] = 0.9 * state[0] + 0.1 * g * g;
            state[1] = 0.9 * state[1] + 0.1 * g;
            var divisor = Math.Sqrt(centered ? state[0] - state[1] * state[1] : state[0]) + 1e-6;
            if (momentum == 0)
                return p - 0.01 * g / divisor;
            state[2] = momentum * state[2] + g / divisor;
            return p - 0.01 * state[2];
        }));
    }

    [Fact]
    public void Groups_have_their_own_options()
    {
        var other = new Parameter(tensor(Start));
        using var adam = optim.Adam(
            [new Adam.ParamGroup([_parameter], lr: 0.1), new Adam.ParamGroup([other], new Adam.Options { beta1 = 0.5 })], lr: 0.02);
        Assert.Equal([0.1, 0.02], adam.ParamGroups.Select(group => group.LearningRate));
        foreach (var parameter in adam.parameters())
            parameter.grad = tensor(Gradients[0]);
        adam.step();
        // The first step of Adam is the learning rate against the gradient's sign.
        Close.To([0.9, -1.9, 0.4], _parameter, 1e-6);
        Close.To([0.98, -1.98, 0.48], other, 1e-6);
        Assert.Equal((0.5, 0.999), ((optim.IBetas)adam.ParamGroups.Last()).Betas);
    }

    [Fact]
    public void A_parameter_without_gradient_waits_and_then_starts_its_own_count()
    {
        var late = new Parameter(tensor(Start));
        using var adam = optim.Adam([_parameter, late], 0.1);
        _parameter.grad = tensor(Gradients[0]);
        adam.step();
        Close.To(Start, late);
        late.grad = tensor(Gradients[0]);
        adam.step();
        Close.To([0.9, -1.9, 0.4], late, 1e-6);
    }

    [Fact]
    public void A_closure_is_run_with_gradients_and_its_loss_returned()
    {
        using var sgd = optim.SGD([_parameter], 0.5);
        var loss = sgd.step(() =>
        {
            sgd.zero_grad();
            var value = (_parameter * _parameter).sum();
            value.backward();
            return value;
        });
        Assert.Equal(5.25, loss!.item<double>());
        Close.To([0, 0, 0], _parameter);
    }

    [Fact]
    public void Zero_grad_keeps_the_gradients_memory()
    {
        _parameter.grad = tensor(Gradients[0]);
        using var sgd = optim.SGD([_parameter], 0.5);
        sgd.zero_grad();
        Close.To([0, 0, 0], _parameter.grad!);
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("adamw")]
    [InlineData("sgd")]
    [InlineData("rms")]
    public void Saved_state_continues_the_same_run(string kind)
    {
        var file = Path.GetTempFileName();
        try
        {
            using var straight = Make(kind, _parameter);
            Run(straight, _parameter, 0, 1);
            straight.save_state_dict(file);
            var copy = new Parameter(_parameter.detach().clone());
            using var resumed = Make(kind, copy);
            resumed.load_state_dict(file);
            Run(straight, _parameter, 1, 3);
            Run(resumed, copy, 1, 3);
            Close.To(_parameter, copy, 0);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_state_of_another_optimiser_is_refused()
    {
        using var memory = new MemoryStream();
        using var sgd = optim.SGD([_parameter], 0.1);
        sgd.save_state_dict(new BinaryWriter(memory));
        memory.Position = 0;
        using var adam = optim.Adam([_parameter]);
        Assert.Contains(
            "expected 'Adam', but found 'SGD'",
            Assert.Throws<InvalidDataException>(() => adam.load_state_dict(new BinaryReader(memory))).Message);
    }

    [Fact]
    public void Senseless_options_are_refused()
    {
        Assert.Throws<ArgumentException>(() => optim.Adam([_parameter], lr: -1));
        Assert.Throws<ArgumentException>(() => optim.Adam([_parameter], beta1: 1));
        Assert.Throws<ArgumentException>(() => optim.SGD([_parameter], 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.RMSProp([_parameter], alpha: -0.1));
    }

    [Fact]
    public void Gradients_are_clipped_to_their_joint_norm()
    {
        var other = new Parameter(tensor(new[] { 0.0 }));
        _parameter.grad = tensor(new[] { 3.0, 0, 0 });
        other.grad = tensor(new[] { 4.0 });
        Assert.Equal(5, nn.utils.clip_grad_norm_([_parameter, other], 10), 1e-12);
        Close.To([4], other.grad!);
        Assert.Equal(5, nn.utils.clip_grad_norm_([_parameter, other], 1), 1e-12);
        Close.To([0.6, 0, 0], _parameter.grad!, 1e-5);
        Close.To([0.8], other.grad!, 1e-5);
        Assert.Equal(0.8, nn.utils.clip_grad_norm_([_parameter, other], 9, double.PositiveInfinity), 1e-5);
        nn.utils.clip_grad_value_([_parameter, other], 0.7);
        Close.To([0.7], other.grad!);
        Assert.Equal(0, nn.utils.clip_grad_norm_([new Parameter(tensor(1.0))], 1));
    }

    [Fact]
    public void Parameters_become_one_vector_and_come_back()
    {
        using var linear = Linear(2, 2);
        using var vector = nn.utils.parameters_to_vector(linear.parameters());
        Assert.Equal([6], vector.shape);
        nn.utils.vector_to_parameters(arange(6, float32), linear.parameters());
        Close.To([0, 1, 2, 3], linear.weight);
        Close.To([4, 5], linear.bias!);
    }

    private static OptimizerHelper Make(string kind, Parameter parameter) => kind switch
    {
        "adam" => optim.Adam([parameter], 0.03, amsgrad: true),
        "adamw" => optim.AdamW([parameter], 0.03, weight_decay: 0.1),
        "sgd" => optim.SGD([parameter], 0.03, momentum: 0.9),
        _ => optim.RMSProp([parameter], 0.03, momentum: 0.5, centered: true),
    };

    private static void Run(optim.Optimizer optimizer, Parameter parameter, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            parameter.grad = tensor(Gradients[i]);
            optimizer.step();
        }
    }

    private void Expect(optim.Optimizer optimizer, double[] expected)
    {
        Run(optimizer, _parameter, 0, Gradients.Length);
        Close.To(expected, _parameter, 1e-12);
    }

    /// <summary>Runs one element after the other with three numbers of memory each.</summary>
    private static double[] Each(Func<double, double[], double, int, double> change) => Start.Select((p, i) =>
    {
        var state = new double[3];
        for (var step = 1; step <= Gradients.Length; step++)
            p = change(p, state, Gradients[step - 1][i], step);
        return p;
    }).ToArray();

    private static double[] AdamSteps(double rate, double decay, bool decoupled, bool amsgrad, bool maximize) =>
        Each((p, state, gradient, step) =>
    {
        var g = maximize ? -gradient : gradient;
        if (decoupled)
            p -= rate * decay * p;
        else
            g += decay * p;
        state[0] = 0.8 * state[0] + 0.2 * g;
        state[1] = 0.95 * state[1] + 0.05 * g * g;
        state[2] = Math.Max(state[2], state[1]);
        var mean = state[0] / (1 - Math.Pow(0.8, step));
        var root = Math.Sqrt(amsgrad ? state[2] : state[1]) / Math.Sqrt(1 - Math.Pow(0.95, step));
        return p - rate * mean / (root + 1e-6);
    });
}
