using System.Runtime.CompilerServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>One ATen operator, named as in torch's schemas ("add.Tensor"), looked up at its first call. Safe on any thread.</summary>
[SkipLocalsInit]
internal sealed unsafe class Operator(string name)
{
    private const int MaxResults = 8;
    private nint _handle;

    /// <summary>Calls an operator that returns one tensor.</summary>
    public Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        var result = stackalloc Value[1];
        Invoke(arguments, result, 1);
        return new Tensor((nint)result->Bits);
    }

    /// <summary>Calls an operator that changes its first argument, and returns that argument.</summary>
    public Tensor CallInPlace(params ReadOnlySpan<Argument> arguments)
    {
        Run(arguments);
        return (Tensor)arguments[0].Item!;
    }

    /// <summary>Calls an operator whose results, if any, are not wanted.</summary>
    public void Run(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc Value[MaxResults];
        var count = Invoke(arguments, results, MaxResults);
        for (var i = 0; i < count; i++)
        {
            if (results[i] is { Tag: Tag.Tensor, Bits: not 0 })
                Native.tensor_free((nint)results[i].Bits);
        }
    }

    /// <summary>Calls an operator that returns two tensors.</summary>
    public (Tensor First, Tensor Second) CallPair(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc Value[2];
        Invoke(arguments, results, 2);
        return (new Tensor((nint)results[0].Bits), new Tensor((nint)results[1].Bits));
    }

    /// <summary>Calls an operator that returns three tensors.</summary>
    public (Tensor First, Tensor Second, Tensor Third) CallTriple(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc Value[3];
        Invoke(arguments, results, 3);
        return (new Tensor((nint)results[0].Bits), new Tensor((nint)results[1].Bits), new Tensor((nint)results[2].Bits));
    }

    /// <summary>Calls an operator that returns a list of at most <paramref name="capacity"/> tensors.</summary>
    public Tensor[] CallList(int capacity, params ReadOnlySpan<Argument> arguments)
    {
        var results = new Value[capacity];
        fixed (Value* first = results)
        {
            var tensors = new Tensor[Invoke(arguments, first, capacity)];
            for (var i = 0; i < tensors.Length; i++)
                tensors[i] = new Tensor((nint)results[i].Bits);
            return tensors;
        }
    }

    /// <summary>Calls an operator that returns true or false.</summary>
    public bool CallBool(params ReadOnlySpan<Argument> arguments)
    {
        var result = stackalloc Value[1];
        Invoke(arguments, result, 1);
        return result->Bits != 0;
    }

    private int Invoke(ReadOnlySpan<Argument> arguments, Value* results, int capacity)
    {
        var slots = 0;
        foreach (ref readonly var argument in arguments)
            slots += argument.Slots;
        if (slots > 128)
        {
            // Rare: the parameter lists of an optimiser.
            fixed (long* buffer = new long[slots])
                return Invoke(arguments, buffer, results, capacity);
        }
        var small = stackalloc long[slots];
        return Invoke(arguments, small, results, capacity);
    }

    private int Invoke(ReadOnlySpan<Argument> arguments, long* buffer, Value* results, int capacity)
    {
        var values = stackalloc Value[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            ref readonly var argument = ref arguments[i];
            values[i].Tag = argument.Tag;
            switch (argument.Tag)
            {
                case Tag.Tensor:
                    values[i].Bits = ((Tensor)argument.Item!).Handle;
                    break;
                case Tag.Generator:
                    values[i].Bits = ((Generator)argument.Item!).Handle;
                    break;
                case Tag.Ints or Tag.Doubles or Tag.Tensors or Tag.String:
                    values[i].Bits = (long)buffer;
                    values[i].Length = Copy(argument.Item!, buffer);
                    buffer += argument.Slots;
                    break;
                default:
                    values[i].Bits = argument.Bits;
                    break;
            }
        }
        var count = Native.operator_call(Find(), values, arguments.Length, results, capacity);
        if (count < 0)
            throw Native.Error();
        return count;
    }

    private static int Copy(object items, long* buffer)
    {
        switch (items)
        {
            case long[] integers:
                integers.AsSpan().CopyTo(new Span<long>(buffer, integers.Length));
                return integers.Length;
            case double[] reals:
                reals.AsSpan().CopyTo(new Span<double>(buffer, reals.Length));
                return reals.Length;
            case string text:
                return Encoding.UTF8.GetBytes(text, new Span<byte>(buffer, Encoding.UTF8.GetMaxByteCount(text.Length)));
            default:
                var tensors = (Tensor?[])items;
                foreach (var tensor in tensors)
                    *buffer++ = tensor?.Handle ?? 0;
                return tensors.Length;
        }
    }

    private nint Find()
    {
        if (_handle != 0)
            return _handle;
        var dot = name.IndexOf('.');
        var found = Native.operator_find("aten::" + (dot < 0 ? name : name[..dot]), dot < 0 ? "" : name[(dot + 1)..]);
        if (found == 0)
            throw Native.Error();
        return _handle = found;
    }
}
