using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static bool is_grad_enabled() => Native.grad_mode() != 0;

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => Native.inference_mode() != 0;

    /// <summary>Sets whether this thread records gradients until it is disposed.</summary>
    private sealed class GradMode : IDisposable
    {
        private readonly int _before = Native.grad_mode();

        public GradMode(bool enabled) => Native.set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => Native.set_grad_mode(_before);
    }

    /// <summary>Neither gradients nor versions are kept on this thread until it is disposed.</summary>
    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint _guard = Native.inference_mode_enter(enabled ? 1 : 0);

        public void Dispose()
        {
            if (_guard == 0)
                return;
            Native.inference_mode_leave(_guard);
            _guard = 0;
        }
    }
}
