using System.Runtime.InteropServices;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>A constant (initializer) of a graph read from a file. Field numbers are those of onnx.proto.</summary>
internal sealed record StoredConstant(string Name, OnnxType Type, long[] Dimensions, byte[] Bytes)
{
    /// <summary>The values in row-major order, if the type is <see cref="OnnxType.Float"/>.</summary>
    public ReadOnlySpan<float> Floats => MemoryMarshal.Cast<byte, float>(Bytes);

    /// <summary>Reads a TensorProto.</summary>
    public static StoredConstant Read(ProtoField constant)
    {
        var fields = constant.Fields();
        return new(
            fields.Single(field => field.Number == 8).Text,
            (OnnxType)fields.Single(field => field.Number == 2).Value,
            [.. fields.Where(field => field.Number == 1).Select(field => field.Value)],
            fields.Single(field => field.Number == 9).Bytes.ToByteArray());
    }

    /// <summary>Adds the constant to another graph.</summary>
    /// <returns>Its name there.</returns>
    public string AddTo(OnnxGraph graph) => Type switch
    {
        OnnxType.Float => graph.Constant(Floats, Dimensions),
        OnnxType.Int64 => graph.Constant(MemoryMarshal.Cast<byte, long>(Bytes), Dimensions),
        _ => throw new InvalidDataException($"the constant {Name} has the unsupported type {Type}"),
    };

    /// <summary>Converts a <see cref="OnnxType.Float16"/> constant to 32 bits.</summary>
    public StoredConstant Widened(string name)
    {
        var halves = MemoryMarshal.Cast<byte, Half>(Bytes);
        float[] floats = new float[halves.Length];
        for (int i = 0; i < floats.Length; i++)
            floats[i] = (float)halves[i];
        return new(name, OnnxType.Float, Dimensions, MemoryMarshal.AsBytes(floats.AsSpan()).ToArray());
    }
}
