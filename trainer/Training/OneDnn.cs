using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// oneDNN, with which libtorch computes convolutions and LSTMs. Some virtual machines hide the caches of an AMD processor. oneDNN 3.7,
/// which is part of libtorch 2.10, then takes the first-level cache to be one byte large, and its reorder of padded weights omits some of
/// them (uxlfoundation/oneDNN issue 5313 describes the same on ARM). Convolutions, and LSTMs without gradients, are wrong.
/// </summary>
internal static class OneDnn
{
    /// <summary>What the log of a training run says where oneDNN is off.</summary>
    public const string OffMessage =
        "oneDNN is off: it computes wrongly on this virtual machine, which hides the processor's caches; lstm, vae and gan train slower";

    // AMD64 Architecture Programmer's Manual, volume 3, appendix E.4.15: subfunction 0 describes the first-level data cache.
    private const int CacheProperties = unchecked((int)0x8000001D);

    /// <summary>Whether the processor is AMD's and its description of the caches is empty.</summary>
    public static bool CachesAreHidden { get; } = IsAmd() && X86Base.CpuId(CacheProperties, 0) is (_, 0, 0, _);

    /// <summary>
    /// Makes libtorch compute without oneDNN where the caches are hidden. NNPACK, which it would then try, cannot start without them either
    /// and warns at each convolution.
    /// </summary>
    public static void SwitchOffIfWrong()
    {
        if (!CachesAreHidden)
            return;
        InitializeDeviceType(DeviceType.CPU);    // TorchSharp loads libtorch before it is called here
        nint context = OperatingSystem.IsWindows() ? WindowsContext() : Context();
        if (OperatingSystem.IsWindows())
        {
            EnableOneDnnOnWindows(context, false);
            EnableNnpackOnWindows(context, false);
        }
        else
        {
            EnableOneDnn(context, false);
            EnableNnpack(context, false);
        }
    }

    // "AuthenticAMD"
    private static bool IsAmd() => X86Base.IsSupported && X86Base.CpuId(0, 0) is (_, 0x68747541, 0x444D4163, 0x69746E65);

    // at::globalContext() and members of at::Context, which TorchSharp does not offer: torch.backends.mkldnn.enabled of Python.
    [DllImport("torch_cpu", EntryPoint = "_ZN2at13globalContextEv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern nint Context();

    [DllImport("torch_cpu", EntryPoint = "_ZN2at7Context20setUserEnabledMkldnnEb")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern void EnableOneDnn(nint context, [MarshalAs(UnmanagedType.U1)] bool enabled);

    [DllImport("torch_cpu", EntryPoint = "_ZN2at7Context20setUserEnabledNNPACKEb")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern void EnableNnpack(nint context, [MarshalAs(UnmanagedType.U1)] bool enabled);

    [DllImport("torch_cpu", EntryPoint = "?globalContext@at@@YAAEAVContext@1@XZ")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern nint WindowsContext();

    [DllImport("torch_cpu", EntryPoint = "?setUserEnabledMkldnn@Context@at@@QEAAX_N@Z")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern void EnableOneDnnOnWindows(nint context, [MarshalAs(UnmanagedType.U1)] bool enabled);

    [DllImport("torch_cpu", EntryPoint = "?setUserEnabledNNPACK@Context@at@@QEAAX_N@Z")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern void EnableNnpackOnWindows(nint context, [MarshalAs(UnmanagedType.U1)] bool enabled);
}
