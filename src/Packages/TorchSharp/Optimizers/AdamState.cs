using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Running means of a parameter's gradient and of its square, and the step of Adam and AdamW that uses them.</summary>
internal sealed class AdamState : OptimizerState
{
    private readonly Tensor _mean;
    private readonly Tensor _square;
    private Tensor? _largestSquare;
    private long _step;

    public AdamState(Parameter parameter, bool keepLargest)
    {
        _mean = Zeros(parameter);
        _square = Zeros(parameter);
        _largestSquare = keepLargest ? Zeros(parameter) : null;
    }

    public override void Save(BinaryWriter writer)
    {
        writer.Write(_step);
        _mean.Save(writer);
        _square.Save(writer);
        SaveOptional(writer, _largestSquare);
    }

    public override void Load(BinaryReader reader)
    {
        _step = reader.ReadInt64();
        _mean.Load(reader);
        _square.Load(reader);
        LoadOptional(reader, ref _largestSquare);
    }

    public override void Dispose()
    {
        _mean.Dispose();
        _square.Dispose();
        _largestSquare?.Dispose();
    }

    public static void Check(double rate, double beta1, double beta2, double eps, double decay)
    {
        Require.NotNegative("learning rate", rate);
        Require.Fraction("beta1 value", beta1);
        Require.Fraction("beta2 value", beta2);
        Require.NotNegative("eps value", eps);
        Require.NotNegative("weight_decay value", decay);
    }

    public static void Change(
        Tensor[] parameters, Tensor[] gradients, AdamState[] states, double rate, double beta1, double beta2, double eps, bool amsgrad)
    {
        foreach (var state in states)
            state._step++;
        var means = Array.ConvertAll(states, state => state._mean);
        var squares = Array.ConvertAll(states, state => state._square);
        Foreach.Multiply(means, beta1);
        Foreach.Add(means, gradients, 1 - beta1);
        Foreach.Multiply(squares, beta2);
        Foreach.AddProduct(squares, gradients, gradients, 1 - beta2);
        if (amsgrad)
        {
            var largest = Array.ConvertAll(states, state => state._largestSquare!);
            Foreach.Maximum(largest, squares);
            squares = largest;
        }
        var roots = Foreach.SquareRoot(squares);
        // Parameters that joined late, or had no gradient for a while, are at another step: its bias correction differs.
        foreach (var places in Enumerable.Range(0, states.Length).GroupBy(i => states[i]._step))
        {
            var same = places.ToArray();
            var meanCorrection = 1 - Math.Pow(beta1, places.Key);
            var squareCorrection = 1 - Math.Pow(beta2, places.Key);
            var divisors = Pick(roots, same);
            Foreach.Divide(divisors, Math.Sqrt(squareCorrection));
            Foreach.Add(divisors, eps);
            Foreach.AddQuotient(Pick(parameters, same), Pick(means, same), divisors, -rate / meanCorrection);
        }
    }

    private static Tensor[] Pick(Tensor[] tensors, int[] places) =>
        places.Length == tensors.Length ? tensors : Array.ConvertAll(places, place => tensors[place]);
}
