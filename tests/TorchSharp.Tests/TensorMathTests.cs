namespace TorchSharp.Tests;

public class TensorMathTests
{
    private static readonly double[] Numbers = [0.3, 0.8, 1.4, 2.7];

    public static TheoryData<string, Func<Tensor, Tensor>, Func<double, double>> Pointwise => new()
    {
        { "abs", t => (-t).abs(), Math.Abs },
        { "cos", cos, Math.Cos },
        { "sin", sin, Math.Sin },
        { "tan", tan, Math.Tan },
        { "exp", exp, Math.Exp },
        { "expm1", expm1, x => Math.Exp(x) - 1 },
        { "log", log, Math.Log },
        { "log1p", log1p, x => Math.Log(1 + x) },
        { "log2", log2, Math.Log2 },
        { "log10", log10, Math.Log10 },
        { "neg", neg, x => -x },
        { "reciprocal", reciprocal, x => 1 / x },
        { "sqrt", sqrt, Math.Sqrt },
        { "rsqrt", rsqrt, x => 1 / Math.Sqrt(x) },
        { "square", square, x => x * x },
        { "sigmoid", sigmoid, Sigmoid },
        { "tanh", tanh, Math.Tanh },
        { "pow", t => t.pow(2.5), x => Math.Pow(x, 2.5) },
        { "relu", t => (t - 1).relu(), x => Math.Max(x - 1, 0) },
        { "leaky relu", t => (t - 1).leaky_relu(0.1), x => x > 1 ? x - 1 : 0.1 * (x - 1) },
        { "elu", t => (t - 1).elu(), x => x > 1 ? x - 1 : Math.Exp(x - 1) - 1 },
        { "silu", t => t.silu(), x => x * Sigmoid(x) },
        { "softplus", t => t.softplus(), x => Math.Log(1 + Math.Exp(x)) },
        { "log sigmoid", t => t.log_sigmoid(), x => Math.Log(Sigmoid(x)) },
        { "number minus tensor", t => 5 - t, x => 5 - x },
        { "number over tensor", t => 5.0 / t, x => 5 / x },
        { "remainder", t => t % 0.75, x => x % 0.75 },
        { "clamp", t => t.clamp(0.5, 2.0), x => Math.Clamp(x, 0.5, 2) },
        { "lerp", t => t.lerp(t * 3, tensor(0.25)), x => x + 0.25 * 2 * x },
        { "erf", t => t.erf(), Erf },
        { "gelu", t => t.gelu(), x => 0.5 * x * (1 + Erf(x / Math.Sqrt(2))) },
    };

    [Theory]
    [MemberData(nameof(Pointwise))]
    public void Pointwise_values_and_gradients(string name, Func<Tensor, Tensor> function, Func<double, double> expected)
    {
        Assert.NotEmpty(name);
        Close.To(Array.ConvertAll(Numbers, x => expected(x)), function(tensor(Numbers)), 1e-9);
        Gradient.Check(function, tensor(Numbers));
    }

    [Fact]
    public void Arithmetic_broadcasts_and_has_gradients()
    {
        var matrix = tensor(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } });
        var row = tensor(new[] { 0.5, -1.5, 2 });
        Close.To([1.5, 0.5, 5, 4.5, 3.5, 8], matrix + row);
        Close.To([0.5, 3.5, 1, 3.5, 6.5, 4], matrix - row);
        Close.To([2, -1, 7, 5, 2, 10], matrix.add(row, 2));
        Close.To([0.5, -3, 6, 2, -7.5, 12], matrix * row);
        Gradient.Check((a, b) => a + b, matrix, row);
        Gradient.Check((a, b) => a - b, matrix, row);
        Gradient.Check((a, b) => a * b, matrix, row);
        Gradient.Check((a, b) => a / b, matrix, row);
        Gradient.Check((a, b) => a.pow(b), matrix, row);
        Gradient.Check((a, b) => a.addcmul(b, b, 0.3), matrix, row);
        Gradient.Check((a, b) => a.addcdiv(a, b, 0.3), matrix, row);
        Gradient.Check(maximum, matrix, row);
        Gradient.Check(minimum, matrix, row);
    }

    [Fact]
    public void In_place_forms_change_their_tensor()
    {
        var t = tensor(new[] { 1.0, 4 });
        Assert.Same(t, t.add_(1).mul_(2).sub_(2).div_(2));
        Close.To([1, 4], t);
        Close.To([1, 2], t.sqrt_());
        Close.To([5, 5], t.fill_(5));
        Close.To([0, 0], t.zero_());
    }

    [Fact]
    public void Division_has_three_roundings()
    {
        var t = tensor(new[] { -7L, 7 });
        Close.To([-3.5, 3.5], t / 2);
        Close.To([-4, 3], t.div(2, RoundingMode.floor));
        Close.To([-3, 3], t.div(2, RoundingMode.trunc));
        Close.To([-4, 3], t.floor_divide(2));
        Close.To([-4, 4], tensor(new[] { -3.5, 3.5 }).round());
        Close.To([0.12], tensor(new[] { 0.123 }).round(2));
    }

    [Fact]
    public void Comparisons_give_truth_values()
    {
        var a = tensor(new[] { 1, 2, 3 });
        var b = tensor(new[] { 3, 2, 1 });
        Close.To([0, 1, 0], a == b);
        Close.To([1, 0, 1], a != b);
        Close.To([1, 0, 0], a < b);
        Close.To([1, 1, 0], a <= b);
        Close.To([0, 0, 1], a > 2);
        Close.To([0, 1, 1], 2 <= a);
        Close.To([1, 0, 1], (a == b).logical_not());
        Close.To([1, 0, 0], (a < b) & (a != 2));
        Close.To([1, 1, 0], (a < b) | (a == 2));
        Assert.True((bool)(a > 0).all());
        Assert.False((bool)(a > 3).any());
        Assert.True(a.allclose(a));
        Assert.True(a.Equals(b.flip(0)));
        Close.To([0, 1, 0], tensor(new[] { 1, double.NaN, 2 }).isnan());
        Close.To([0, 1, 1], a.isin(tensor(new[] { 2, 3 })));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>The series about zero; enough terms for |x| up to 3.</summary>
    private static double Erf(double x)
    {
        double term = x, sum = x;
        for (var n = 1; n < 60; n++)
        {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.Sqrt(Math.PI) * sum;
    }
}
