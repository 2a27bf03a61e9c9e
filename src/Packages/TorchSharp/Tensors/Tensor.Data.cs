using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Span<byte> bytes
        {
            get
            {
                if (!is_contiguous())
                    throw new NotImplementedException("Bytes() called on non-contiguous tensor.");
                return Bytes;
            }

            set
            {
                if (value.Length != NumberOfElements * ElementSize)
                    throw new ArgumentException("Mismatched data sizes in Tensor.set_bytes().");
                value.CopyTo(bytes);
            }
        }

        /// <summary>The memory of a contiguous tensor; valid while the tensor lives.</summary>
        private unsafe Span<byte> Bytes => new(Address, checked((int)(NumberOfElements * ElementSize)));

        /// <summary>Where the first element lies. Valid while the tensor lives.</summary>
        internal unsafe void* Address
        {
            get
            {
                var data = Native.tensor_data(Handle);
                return data is not null || NumberOfElements == 0 ? data : throw Native.Error();
            }
        }

        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            CheckElement<T>();
            return new TensorAccessor<T>(this);
        }

        public unsafe T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException("Number of elements in the tensor must be 1");
            CheckElement<T>();
            var value = *(T*)Address;
            GC.KeepAlive(this);
            return value;
        }

        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            using var whole = is_contiguous() ? null : contiguous();
            var source = whole ?? this;
            unsafe
            {
                using var memory = new UnmanagedMemoryStream((byte*)source.Address, source.NumberOfElements * source.ElementSize);
                memory.CopyTo(stream, Math.Max(bufferSize, 1 << 16));
            }
            GC.KeepAlive(source);
        }

        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            if (!is_contiguous())
                throw new NotImplementedException("ReadBytesFromStream() called on non-contiguous tensor.");
            unsafe
            {
                var target = (byte*)Address;
                for (var left = NumberOfElements * ElementSize; left > 0;)
                {
                    var piece = (int)Math.Min(left, 1 << 20);
                    stream.ReadExactly(new Span<byte>(target, piece));
                    target += piece;
                    left -= piece;
                }
            }
            GC.KeepAlive(this);
        }

        private void CheckElement<T>()
        {
            if (ElementType(typeof(T)) != dtype)
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
        }
    }

    /// <summary>The element type that holds a .NET type, or null where there is none.</summary>
    internal static ScalarType? ElementType(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => ScalarType.Bool,
        TypeCode.Byte => ScalarType.Byte,
        TypeCode.SByte => ScalarType.Int8,
        TypeCode.Int16 => ScalarType.Int16,
        TypeCode.Int32 => ScalarType.Int32,
        TypeCode.Int64 => ScalarType.Int64,
        TypeCode.Single => ScalarType.Float32,
        TypeCode.Double => ScalarType.Float64,
        _ => type == typeof(Half) ? ScalarType.Float16 : null,
    };
}
