using TorchSharp.Modules;

using static TorchSharp.torch;

namespace TorchSharp;

public static class TensorExtensionMethods
{
    private const string SameModel = "Make sure that the model you are loading into is exactly the same as the origin.";

    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    public static int ElementSize(this ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw new NotImplementedException($"The element type {type} has no known size."),
    };

    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, length) => product * length);

    public static float ToSingle(this Tensor value) => value.NumberAs<float>();

    public static double ToDouble(this Tensor value) => value.NumberAs<double>();

    public static sbyte ToSByte(this Tensor value) => value.NumberAs<sbyte>();

    public static byte ToByte(this Tensor value) => value.NumberAs<byte>();

    public static short ToInt16(this Tensor value) => value.NumberAs<short>();

    public static int ToInt32(this Tensor value) => value.NumberAs<int>();

    public static long ToInt64(this Tensor value) => value.NumberAs<long>();

    public static bool ToBoolean(this Tensor value) => value.NumberAs<bool>();

    /// <summary>Shape, element type and device, for a reader.</summary>
    public static string metastr(this Tensor tensor) =>
        $"[{string.Join("x", tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    /// <summary>Writes type, shape (7-bit numbers) and the elements in the order of the dimensions.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        writer.Write7BitEncodedInt64(tensor.ndim);
        foreach (var length in tensor.shape)
            writer.Write7BitEncodedInt64(length);
        writer.Flush();
        tensor.WriteBytesToStream(writer.BaseStream);
    }

    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    public static void Save(this Tensor tensor, string location)
    {
        using var file = File.Create(location);
        tensor.Save(file);
    }

    /// <summary>Reads into a tensor that has the stored type and shape, or passes over the stored bytes.</summary>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        if (skip)
        {
            Skip(reader, type, shape);
            return;
        }
        if (type != tensor.dtype)
            throw new ArgumentException(
                $"Mismatched tensor data types while loading: the file holds {type}, the tensor is {tensor.dtype}. {SameModel}");
        if (!shape.AsSpan().SequenceEqual(tensor.shape))
        {
            throw new ArgumentException(
                $"Mismatched tensor shape while loading: the file holds [{string.Join(", ", shape)}], "
                + $"the tensor is [{string.Join(", ", tensor.shape)}]. {SameModel}");
        }
        using var _ = no_grad();
        tensor.ReadBytesFromStream(reader.BaseStream);
    }

    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        if (tensor is not null)
            tensor.Load(reader, skip);
        else
            tensor = Load(reader, skip);
    }

    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHeader(reader);
        var tensor = zeros(shape, type);
        if (skip)
            Skip(reader, type, shape);
        else
            tensor.ReadBytesFromStream(reader.BaseStream);
        return tensor;
    }

    private static (ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        var type = (ScalarType)reader.Read7BitEncodedInt64();
        var rank = reader.Read7BitEncodedInt64();
        if (!Enum.IsDefined(type) || rank is < 0 or > 64)
            throw new InvalidDataException($"This is not a saved tensor: element type {(int)type}, {rank} dimensions.");
        var shape = new long[rank];
        for (var d = 0; d < rank; d++)
            shape[d] = reader.Read7BitEncodedInt64();
        return (type, shape);
    }

    private static void Skip(BinaryReader reader, ScalarType type, long[] shape) =>
        reader.BaseStream.Seek(shape.TotalSize() * type.ElementSize(), SeekOrigin.Current);

    private static T NumberAs<T>(this Tensor tensor)
        where T : unmanaged
    {
        if (tensor.NumberOfElements != 1)
            throw new ArgumentException("Number of elements in the tensor must be 1");
        using var converted = tensor.to_type(ElementType(typeof(T))!.Value);
        return converted.item<T>();
    }
}
