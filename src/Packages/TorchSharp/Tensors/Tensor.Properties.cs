using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public unsafe long[] shape
        {
            get
            {
                var sizes = new ReadOnlySpan<long>(Native.tensor_sizes(Handle), Native.tensor_dimensions(Handle)).ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public long Dimensions
        {
            get
            {
                long count = Native.tensor_dimensions(Handle);
                GC.KeepAlive(this);
                return count;
            }
        }

        public long ndim => Dimensions;

        public long NumberOfElements
        {
            get
            {
                var count = Native.tensor_elements(Handle);
                GC.KeepAlive(this);
                return count;
            }
        }

        public ScalarType dtype
        {
            get
            {
                var type = (ScalarType)Native.tensor_type(Handle);
                GC.KeepAlive(this);
                return type;
            }
        }

        public long ElementSize => dtype.ElementSize();

        public Device device => CPU;

        public DeviceType device_type => DeviceType.CPU;

        public int device_index => -1;

        public bool is_cuda => false;

        public bool is_leaf
        {
            get
            {
                var leaf = Native.tensor_is_leaf(Handle) != 0;
                GC.KeepAlive(this);
                return leaf;
            }
        }

        public bool requires_grad
        {
            get
            {
                var required = Native.tensor_requires_grad(Handle) != 0;
                GC.KeepAlive(this);
                return required;
            }
            set => requires_grad_(value);
        }

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long element_size() => ElementSize;

        public long[] size() => shape;

        public unsafe long size(int dim)
        {
            var size = Native.tensor_sizes(Handle)[Position(dim)];
            GC.KeepAlive(this);
            return size;
        }

        public unsafe long[] stride()
        {
            var strides = new ReadOnlySpan<long>(Native.tensor_strides(Handle), Native.tensor_dimensions(Handle)).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        public unsafe long stride(int dim)
        {
            var stride = Native.tensor_strides(Handle)[Position(dim)];
            GC.KeepAlive(this);
            return stride;
        }

        public long storage_offset()
        {
            var offset = Native.tensor_offset(Handle);
            GC.KeepAlive(this);
            return offset;
        }

        public bool is_contiguous()
        {
            var contiguous = Native.tensor_is_contiguous(Handle) != 0;
            GC.KeepAlive(this);
            return contiguous;
        }

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_cpu() => true;

        public bool is_nonzero()
        {
            if (NumberOfElements != 1)
                throw new InvalidOperationException("is_nonzero() called on non-singleton tensor");
            return Aten.is_nonzero.CallBool(this);
        }

        private int Position(int dim)
        {
            var count = Native.tensor_dimensions(Handle);
            var position = dim < 0 ? dim + count : dim;
            ArgumentOutOfRangeException.ThrowIfNegative(position, nameof(dim));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, count, nameof(dim));
            return position;
        }
    }
}
