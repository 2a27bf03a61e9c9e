using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The values that parameters begin with.</summary>
internal static class Initial
{
    public static Parameter Uniform(double bound, ScalarType? dtype, params long[] size) => new(empty(size, dtype).uniform_(-bound, bound));

    public static Parameter Normal(ScalarType? dtype, params long[] size) => new(empty(size, dtype).normal_());

    public static Parameter Zeros(ScalarType? dtype, params long[] size) => new(zeros(size, dtype));

    public static Parameter Ones(ScalarType? dtype, params long[] size) => new(ones(size, dtype));
}
