using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    public static long initial_seed() => Generator.Default.initial_seed();

    public static long seed() => Generator.Default.seed();

    public static class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static long initial_seed() => torch.initial_seed();

        public static long seed() => torch.seed();

    }

    public class Generator : IDisposable
    {
        private static Generator? s_default;
        private nint _handle;

        public Generator(ulong seed = 0, Device? device = null)
            : this(Native.generator_create(seed))
        {
            this.device = InitializeDevice(device);
        }

        private Generator(nint handle)
        {
            _handle = handle != 0 ? handle : throw Native.Error();
            device = CPU;
        }

        ~Generator() => Dispose(false);

        public static Generator Default => s_default ??= new Generator(Native.generator_default());

        public nint Handle => _handle != 0 ? _handle : throw new InvalidOperationException("Generator invalid -- empty handle.");

        public Device device { get; }

        public Generator manual_seed(long seed)
        {
            Native.generator_set_seed(Handle, (ulong)seed);
            return this;
        }

        public long initial_seed() => (long)Native.generator_initial_seed(Handle);

        /// <summary>Seeds the generator from the system's entropy and returns the seed.</summary>
        public long seed() => (long)Native.generator_seed(Handle);

        public Tensor get_state()
        {
            var state = Native.generator_get_state(Handle);
            return state != 0 ? new Tensor(state) : throw Native.Error();
        }

        public void set_state(Tensor value)
        {
            if (Native.generator_set_state(Handle, value.Handle) < 0)
                throw Native.Error();
            GC.KeepAlive(value);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (_handle == 0)
                return;
            Native.generator_free(_handle);
            _handle = 0;
        }
    }
}
