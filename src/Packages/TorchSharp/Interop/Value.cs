using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>One argument or result of an operator, laid out as in Native/aten.cpp.</summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct Value
{
    public Tag Tag;
    public int Length;
    public long Bits;
}

internal enum Tag
{
    None,
    Tensor,
    Int,
    Double,
    Bool,
    Ints,
    Doubles,
    Tensors,
    String,
    Generator,
}
