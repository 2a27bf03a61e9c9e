using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One native call for a whole list of tensors: an optimiser's step costs a handful of calls, not one per parameter.</summary>
internal static class Foreach
{
    public static void Multiply(Tensor[] targets, double factor) => Aten._foreach_mul__Scalar.Run(targets, factor);

    public static void Divide(Tensor[] targets, double divisor) => Aten._foreach_div__Scalar.Run(targets, divisor);

    public static void Add(Tensor[] targets, double number) => Aten._foreach_add__Scalar.Run(targets, number);

    public static void Add(Tensor[] targets, Tensor[] others, double factor = 1) => Aten._foreach_add__List.Run(targets, others, factor);

    /// <summary>targets += factor * left * right</summary>
    public static void AddProduct(Tensor[] targets, Tensor[] left, Tensor[] right, double factor) =>
        Aten._foreach_addcmul__Scalar.Run(targets, left, right, factor);

    /// <summary>targets += factor * left / right</summary>
    public static void AddQuotient(Tensor[] targets, Tensor[] left, Tensor[] right, double factor = 1) =>
        Aten._foreach_addcdiv__Scalar.Run(targets, left, right, factor);

    public static void Maximum(Tensor[] targets, Tensor[] others) => Aten._foreach_maximum__List.Run(targets, others);

    public static void Zero(Tensor[] targets) => Aten._foreach_zero_.Run(targets);

    public static Tensor[] SquareRoot(Tensor[] tensors) => Aten._foreach_sqrt.CallList(tensors.Length, tensors);

    public static Tensor[] Negative(Tensor[] tensors) => Aten._foreach_neg.CallList(tensors.Length, tensors);

    /// <summary>left + factor * right</summary>
    public static Tensor[] Sum(Tensor[] left, Tensor[] right, double factor) =>
        Aten._foreach_add_List.CallList(left.Length, left, right, factor);
}
