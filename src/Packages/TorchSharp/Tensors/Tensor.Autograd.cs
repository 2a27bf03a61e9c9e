using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A new wrapper of the gradient, or null; writing replaces it.</summary>
        public Tensor? grad
        {
            get
            {
                var gradient = Native.tensor_grad(Handle);
                GC.KeepAlive(this);
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set
            {
                if (Native.tensor_set_grad(Handle, value?.Handle ?? 0) < 0)
                    throw Native.Error();
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        public void backward() => autograd.backward(this);

        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward(this, grad_tensors, retain_graph, create_graph, inputs);

        public Tensor requires_grad_(bool requires_grad = true)
        {
            if (requires_grad != this.requires_grad)
                Aten.requires_grad_.Run(this, requires_grad);
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad() => Aten.retain_grad.Run(this);

        public Tensor detach() => Aten.detach.Call(this);

    }
}
