using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        Check(device, null);
        dtype ??= is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type) ? ScalarType.Int64 : s_defaultType;
        return Aten.arange_start_step.Call(start, stop, step, dtype).requires_grad_(requires_grad);
    }

    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        Check(device, null);
        return Aten.linspace.Call(start, end, steps, dtype ?? s_defaultType).requires_grad_(requires_grad);
    }

    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        Check(device, names);
        return Aten.eye_m.Call(rows, columns < 0 ? rows : columns, dtype ?? s_defaultType).requires_grad_(requires_grad);
    }

    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        Check(device, names);
        return Aten.zeros_like.Call(input, dtype).requires_grad_(requires_grad);
    }

    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        Check(device, names);
        return Aten.ones_like.Call(input, dtype).requires_grad_(requires_grad);
    }

    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        Check(device, names);
        return Aten.empty_like.Call(input, dtype).requires_grad_(requires_grad);
    }

    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        Check(device, names);
        return Aten.full_like.Call(input, value, dtype).requires_grad_(requires_grad);
    }

    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var lengths = Lengths(rawArray);
        return rawArray.GetType().GetElementType() switch
        {
            { } type when type == typeof(bool) => FromData(Flat<bool>(rawArray), lengths, dtype, device, requires_grad, names),
            { } type when type == typeof(byte) => FromData(Flat<byte>(rawArray), lengths, dtype, device, requires_grad, names),
            { } type when type == typeof(sbyte) => FromData(Flat<sbyte>(rawArray), lengths, dtype, device, requires_grad, names),
            { } type when type == typeof(short) => FromData(Flat<short>(rawArray), lengths, dtype, device, requires_grad, names),
            { } type when type == typeof(int) => FromData(Flat<int>(rawArray), lengths, dtype, device, requires_grad, names),
            { } type when type == typeof(long) => FromData(Flat<long>(rawArray), lengths, dtype, device, requires_grad, names),
            { } type when type == typeof(float) => FromData(Flat<float>(rawArray), lengths, dtype, device, requires_grad, names),
            { } type when type == typeof(double) => FromData(Flat<double>(rawArray), lengths, dtype, device, requires_grad, names),
            var type => throw new NotSupportedException($"The type {type} is not supported."),
        };
    }

    /// <summary>A tensor with a copy of the given elements, which lie in the order of the dimensions.</summary>
    private static Tensor FromData<T>(
        ReadOnlySpan<T> data, long[] size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        Check(device, names);
        var count = 1L;
        foreach (var length in size)
            count *= length;
        if (count != data.Length)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: expected {count}, got {data.Length}");
        var type = ElementType(typeof(T))!.Value;
        var tensor = Aten.empty_memory_format.Call(size, type);
        if (count > 0)
            MemoryMarshal.AsBytes(data).CopyTo(tensor.bytes);
        if (dtype is { } wanted && wanted != type)
        {
            var converted = tensor.to_type(wanted);
            tensor.Dispose();
            tensor = converted;
        }
        return tensor.requires_grad_(requires_grad);
    }

    private static long[] Lengths(Array array)
    {
        var lengths = new long[array.Rank];
        for (var d = 0; d < lengths.Length; d++)
            lengths[d] = array.GetLongLength(d);
        return lengths;
    }

    private static ReadOnlySpan<T> Flat<T>(Array array)
        where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(
            ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static ReadOnlySpan<T> Span<T>(IList<T> items) => items switch
    {
        T[] array => array,
        List<T> list => CollectionsMarshal.AsSpan(list),
        _ => items.ToArray(),
    };

    /// <summary>Refuses what this build of libtorch cannot do: other devices than the CPU, named dimensions.</summary>
    private static void Check(Device? device, string[]? names)
    {
        if (device is not null)
            InitializeDeviceType(device.type);
        if (names is { Length: > 0 })
            throw new NotSupportedException("Named dimensions are not supported.");
    }
}
