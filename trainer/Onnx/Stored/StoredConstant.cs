using System.Runtime.InteropServices;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>A constant of a graph that was read. Field numbers are those of onnx.proto.</summary>
internal sealed record StoredConstant(string Name, OnnxType Type, long[] Dimensions, byte[] Bytes)
{
    /// <summary>Its numbers in row-major order; it is of <see cref="OnnxType.Float"/>.</summary>
    public ReadOnlySpan<float> Floats => MemoryMarshal.Cast<byte, float>(Bytes);

    public static StoredConstant Read(ProtoField constant)
    {
        var fields = constant.Fields();
        return new(
            fields.Single(field => field.Number == 8).Text,
            (OnnxType)fields.Single(field => field.Number == 2).Value,
            [.. fields.Where(field => field.Number == 1).Select(field => field.Value)],
            fields.Single(field => field.Number == 9).Bytes.ToByteArray());
    }

    /// <summary>Adds it to another graph.</summary>
    /// <returns>Its name there.</returns>
    public string AddTo(OnnxGraph graph) => Type switch
    {
        OnnxType.Float => graph.Constant(Floats, Dimensions),
        OnnxType.Int64 => graph.Constant(MemoryMarshal.Cast<byte, long>(Bytes), Dimensions),
        _ => throw new InvalidDataException($"the constant {Name} is of type {Type}, which is not written here"),
    };

    /// <summary>The same numbers in 32 bits; it is of <see cref="OnnxType.Float16"/>.</summary>
    public StoredConstant Widened(string name)
    {
        var halves = MemoryMarshal.Cast<byte, Half>(Bytes);
        float[] floats = new float[halves.Length];
        for (int i = 0; i < floats.Length; i++)
            floats[i] = (float)halves[i];
        return new(name, OnnxType.Float, Dimensions, MemoryMarshal.AsBytes(floats.AsSpan()).ToArray());
    }
}
