using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The entries of Native/aten.cpp. Trivial getters skip the transition to native code that lets a collection run.</summary>
internal static unsafe partial class Native
{
    private const string Library = "TorchSharpAten";

    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, Load);

    [LibraryImport(Library)]
    public static partial nint last_error();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint operator_find(string name, string overload);

    [LibraryImport(Library)]
    public static partial int operator_call(nint handle, Value* arguments, int count, Value* results, int capacity);

    [LibraryImport(Library)]
    public static partial void tensor_free(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial nint tensor_alias(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int tensor_type(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int tensor_dimensions(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long tensor_elements(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long tensor_offset(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long* tensor_sizes(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long* tensor_strides(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int tensor_requires_grad(nint handle);

    [LibraryImport(Library)]
    public static partial int tensor_is_leaf(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int tensor_is_contiguous(nint handle);

    [LibraryImport(Library)]
    public static partial void* tensor_data(nint handle);

    [LibraryImport(Library)]
    public static partial nint tensor_grad(nint handle);

    [LibraryImport(Library)]
    public static partial int tensor_set_grad(nint handle, nint grad);

    [LibraryImport(Library)]
    public static partial int autograd_backward(
        nint* tensors, int count, nint* gradients, int gradientCount, int retainGraph, int createGraph, nint* inputs, int inputCount);

    [LibraryImport(Library)]
    public static partial int autograd_grad(
        nint* outputs, int outputCount, nint* inputs, int inputCount, nint* gradients, int gradientCount, int retainGraph, int createGraph,
        int allowUnused, nint* results);

    [LibraryImport(Library)]
    public static partial int grad_mode();

    [LibraryImport(Library)]
    public static partial void set_grad_mode(int enabled);

    [LibraryImport(Library)]
    public static partial nint inference_mode_enter(int enabled);

    [LibraryImport(Library)]
    public static partial void inference_mode_leave(nint guard);

    [LibraryImport(Library)]
    public static partial int inference_mode();

    [LibraryImport(Library)]
    public static partial nint generator_create(ulong seed);

    [LibraryImport(Library)]
    public static partial nint generator_default();

    [LibraryImport(Library)]
    public static partial void generator_free(nint handle);

    [LibraryImport(Library)]
    public static partial void generator_set_seed(nint handle, ulong seed);

    [LibraryImport(Library)]
    public static partial ulong generator_seed(nint handle);

    [LibraryImport(Library)]
    public static partial ulong generator_initial_seed(nint handle);

    [LibraryImport(Library)]
    public static partial nint generator_get_state(nint handle);

    [LibraryImport(Library)]
    public static partial int generator_set_state(nint handle, nint state);

    [LibraryImport(Library)]
    public static partial int threads();

    [LibraryImport(Library)]
    public static partial int set_threads(int count);

    [LibraryImport(Library)]
    public static partial int interop_threads();

    [LibraryImport(Library)]
    public static partial int set_interop_threads(int count);

    /// <summary>What the native side said about the call that just failed on this thread.</summary>
    public static ExternalException Error() => new(Marshal.PtrToStringUTF8(last_error()));

    private static nint Load(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
            return 0;
        var file = Path.Combine(
            Path.GetDirectoryName(assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory, "libTorchSharpAten.so");
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException(
                "libtorch is missing: apt-get install --no-install-recommends libtorch-dev libopenblas0-openmp", e);
        }
    }
}
