using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static int get_num_threads() => Native.threads();

    public static void set_num_threads(int num)
    {
        if (Native.set_threads(num) < 0)
            throw Native.Error();
    }

    public static void set_num_interop_threads(int num)
    {
        if (Native.set_interop_threads(num) < 0)
            throw Native.Error();
    }
}
