using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => At(indices);
            set => PutAt(indices, value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => At([i1]);
            set => PutAt([i1], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => At([i1, i2]);
            set => PutAt([i1, i2], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => At([i1, i2, i3]);
            set => PutAt([i1, i2, i3], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At([i1, i2, i3, i4]);
            set => PutAt([i1, i2, i3, i4], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At([i1, i2, i3, i4, i5]);
            set => PutAt([i1, i2, i3, i4, i5], value);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At([i1, i2, i3, i4, i5, i6]);
            set => PutAt([i1, i2, i3, i4, i5, i6], value);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var (view, tensors) = Apply(indices);
            if (tensors is null)
                return view;
            using (view)
                return Aten.index_Tensor.Call(view, tensors);
        }

        public Tensor index(params Tensor[] indices) => Aten.index_Tensor.Call(this, indices);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            var (view, tensors) = Apply(indices);
            using (view)
            {
                if (tensors is not null)
                    Aten.index_put_.Run(view, tensors, value, accumulate);
                else if (accumulate)
                    view.add_(value);
                else
                    view.copy_(value);
            }
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Aten.index_put_.CallInPlace(this, indices, value, accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var number = (Tensor)value;
            using var converted = number.to_type(dtype);
            return index_put_(converted, indices);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var number = (Tensor)value;
            using var converted = number.to_type(dtype);
            return index_put_(converted, indices);
        }

        private Tensor At(ReadOnlySpan<long> indices)
        {
            var view = this;
            foreach (var index in indices)
            {
                var next = Aten.select_int.Call(view, 0, index);
                if (view != (object)this)
                    view.Dispose();
                view = next;
            }
            return view == (object)this ? alias() : view;
        }

        private void PutAt(ReadOnlySpan<long> indices, Tensor value)
        {
            using var view = At(indices);
            view.copy_(value);
        }

        /// <summary>
        /// Takes the slices, single indices and new axes as a view; what is left are the tensors that pick elements of it
        /// (null entries: the whole dimension), or null where no tensor picks.
        /// </summary>
        private (Tensor View, Tensor?[]? Picks) Apply(TensorIndex[] indices)
        {
            var view = alias();
            var picks = new List<Tensor?>();
            var dim = 0;
            for (var i = 0; i < indices.Length; i++)
            {
                var index = indices[i];
                switch (index.kind)
                {
                    case TensorIndex.Kind.Single:
                        view = Then(view, Aten.select_int.Call(view, dim, index.start!.Value));
                        break;
                    case TensorIndex.Kind.Slice:
                        view = Then(view, Aten.slice_Tensor.Call(view, dim++, index.start, index.stop, index.step ?? 1));
                        break;
                    case TensorIndex.Kind.Null or TensorIndex.Kind.None:
                        view = Then(view, view.unsqueeze(dim++));
                        break;
                    case TensorIndex.Kind.Bool:
                        view = Then(view, view.unsqueeze(dim));
                        Pick(picks, tensor(new[] { index.start != 0 }), dim++);
                        break;
                    case TensorIndex.Kind.Ellipsis:
                        dim = (int)view.ndim - Consumed(indices.AsSpan(i + 1));
                        break;
                    default:
                        // A mask takes as many dimensions as it has.
                        Pick(picks, index.tensor!, dim);
                        dim += index.tensor!.dtype == ScalarType.Bool ? (int)index.tensor.ndim : 1;
                        break;
                }
            }
            return (view, picks.Count == 0 ? null : [.. picks]);
        }

        private static Tensor Then(Tensor before, Tensor after)
        {
            before.Dispose();
            return after;
        }

        private static void Pick(List<Tensor?> picks, Tensor pick, int dim)
        {
            var taken = 0;
            foreach (var earlier in picks)
                taken += earlier is { dtype: ScalarType.Bool } ? (int)earlier.ndim : 1;
            for (; taken < dim; taken++)
                picks.Add(null);
            picks.Add(pick);
        }

        private static int Consumed(ReadOnlySpan<TensorIndex> indices)
        {
            var count = 0;
            foreach (var index in indices)
            {
                count += index.kind switch
                {
                    TensorIndex.Kind.Null or TensorIndex.Kind.None or TensorIndex.Kind.Bool => 0,
                    TensorIndex.Kind.Tensor when index.tensor!.dtype == ScalarType.Bool => (int)index.tensor.ndim,
                    _ => 1,
                };
            }
            return count;
        }
    }
}
