using System.Runtime.InteropServices;

namespace ComposerPlugin.Inference.Tests;

public sealed class CudaLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Provider_that_is_not_installed_is_named()
    {
        var (devices, error) = CudaLibrary.Find(_folder.Path);

        Assert.Equal((0, "the CUDA provider is not installed"), (devices.Count, error));
    }

    [Fact]
    public void Provider_without_a_driver_or_without_cuda_is_named()
    {
        File.WriteAllText(_folder[CudaLibrary.FileName], "no library");
        bool hasDriver = NativeLibrary.TryLoad("libcuda.so.1", out _);

        var (devices, error) = CudaLibrary.Find(_folder.Path);

        Assert.Equal((0, hasDriver ? "CUDA 13 or cuDNN 9 is missing" : "no driver"), (devices.Count, error));
    }
}
