namespace ComposerPlugin.Styles;

/// <summary>The element types in graphs: TensorProto.DataType.</summary>
internal static class OnnxType
{
    /// <summary>32 bits.</summary>
    public const long Float = 1;

    /// <summary>64 bits.</summary>
    public const long Int64 = 7;

    /// <summary>16 bits, of constants only.</summary>
    public const long Half = 10;
}
