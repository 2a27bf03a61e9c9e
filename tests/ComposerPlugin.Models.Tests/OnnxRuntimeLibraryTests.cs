using static ComposerPlugin.Models.Tests.StyleFileTests;

namespace ComposerPlugin.Models.Tests;

public sealed class OnnxRuntimeLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing_library_is_named()
    {
        string path = _folder[OnnxRuntimeLibrary.FileName];

        AssertRefused($"ONNX Runtime is missing ({path})", () => OnnxRuntimeLibrary.Open(path));
    }

    [Fact]
    public void File_that_is_no_library_is_refused()
    {
        string path = _folder[OnnxRuntimeLibrary.FileName];
        File.WriteAllText(path, "This is no library.");

        AssertRefused("cannot be loaded on this machine", () => OnnxRuntimeLibrary.Open(path));
    }

    [Fact]
    public void Loading_twice_is_no_obstacle()
    {
        OnnxRuntimeLibrary.Load();
        OnnxRuntimeLibrary.Load();

        Assert.NotEqual(0, OnnxRuntimeLibrary.Open(Path.Combine(AppContext.BaseDirectory, OnnxRuntimeLibrary.FileName)));
    }
}
