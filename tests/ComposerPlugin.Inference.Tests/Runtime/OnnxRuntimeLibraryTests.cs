using System.Runtime.InteropServices;
using static ComposerPlugin.Tests.Shared.Refusal;

namespace ComposerPlugin.Inference.Tests;

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
    public void File_that_is_not_a_library_is_refused()
    {
        string path = _folder[OnnxRuntimeLibrary.FileName];
        File.WriteAllText(path, "This is no library.");

        AssertRefused("cannot be loaded on this machine", () => OnnxRuntimeLibrary.Open(path));
    }

    [Fact]
    public void Library_is_found_beside_the_program_or_in_the_packages_folder()
    {
        string beside = _folder[OnnxRuntimeLibrary.FileName];
        Assert.Equal(beside, OnnxRuntimeLibrary.FindFile(_folder.Path));

        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        string processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string native = _folder[$"runtimes/{system}-{processor}/native"];
        Directory.CreateDirectory(native);
        string below = Path.Combine(native, OnnxRuntimeLibrary.FileName);
        File.WriteAllText(below, "");
        Assert.Equal(Path.GetFullPath(below), Path.GetFullPath(OnnxRuntimeLibrary.FindFile(_folder.Path)));

        File.WriteAllText(beside, "");
        Assert.Equal(beside, OnnxRuntimeLibrary.FindFile(_folder.Path));
    }

    [Fact]
    public void Loading_twice_is_accepted()
    {
        OnnxRuntimeLibrary.Load();
        OnnxRuntimeLibrary.Load();

        Assert.NotEqual(0, OnnxRuntimeLibrary.Open(OnnxRuntimeLibrary.FindFile(AppContext.BaseDirectory)));
    }
}
