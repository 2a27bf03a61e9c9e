using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor : IDisposable
    {
        private static long s_live;
        private static long s_peak;
        private nint _handle;

        /// <summary>Wraps a native tensor and owns its reference.</summary>
        internal Tensor(nint handle)
            : this(handle, register: true)
        {
        }

        /// <summary>A Parameter takes the place of its tensor in the scope, so it does not register itself.</summary>
        internal Tensor(nint handle, bool register)
        {
            _handle = handle;
            var live = Interlocked.Increment(ref s_live);
            if (live > s_peak)
                s_peak = live;
            if (register)
                Owner = DisposeScopeManager.Current.Register(this);
        }

        ~Tensor() => Dispose(false);

        public static long TotalCount => Interlocked.Read(ref s_live);

        public static long PeakCount => Interlocked.Read(ref s_peak);

        public nint Handle => _handle != 0 ? _handle : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        public bool IsInvalid => _handle == 0;

        public string? name { get; set; }

        internal DisposeScope? Owner { get; set; }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        public Tensor MoveToOuterDisposeScope()
        {
            Owner?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            Owner?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.Owner);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (Owner is not null)
                Owner.MoveToOther(other, this);
            else
                other?.Attach(this);
            return this;
        }

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>Same shape and same elements.</summary>
        public bool Equals(Tensor target) => Aten.equal.CallBool(this, target);

        public override int GetHashCode() => base.GetHashCode();

        protected virtual void Dispose(bool disposing)
        {
            if (_handle == 0)
                return;
            if (disposing)
            {
                DisposeScopeManager.Current.CountDisposed(Owner);
                Owner?.MarkAsDisposed(this);
            }
            Interlocked.Decrement(ref s_live);
            Native.tensor_free(_handle);
            _handle = 0;
        }

        /// <summary>Leaves this wrapper empty and gives its native reference to the caller.</summary>
        internal nint TakeHandle()
        {
            var handle = Handle;
            _handle = 0;
            Interlocked.Decrement(ref s_live);
            GC.SuppressFinalize(this);
            return handle;
        }
    }
}
