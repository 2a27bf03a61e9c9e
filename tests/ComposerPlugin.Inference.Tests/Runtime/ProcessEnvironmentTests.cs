using System.Runtime.InteropServices;

namespace ComposerPlugin.Inference.Tests;

/// <summary>Not on Windows, whose ONNX Runtime reads no variable.</summary>
public class ProcessEnvironmentTests
{
    private const string Name = "COMPOSER_TEST_VARIABLE";

    [Fact]
    public void A_variable_is_set_and_changed_and_the_others_stay()
    {
        string? path = ProcessEnvironment.Get("PATH"), home = ProcessEnvironment.Get("HOME");
        foreach (string value in (string[])["1", "", "für Elise = 2"])
        {
            ProcessEnvironment.Set(Name, value);
            Assert.Equal(value, ProcessEnvironment.Get(Name));
        }
        Assert.Null(ProcessEnvironment.Get(Name[..^1]));
        Assert.NotNull(path);
        Assert.Equal((path, home), (ProcessEnvironment.Get("PATH"), ProcessEnvironment.Get("HOME")));
    }

    [Fact]
    public void Child_processes_inherit_it_once()
    {
        ProcessEnvironment.Set(Name, "first");
        ProcessEnvironment.Set(Name, "second");

        string file = Path.GetTempFileName();
        try
        {
            // system() passes on the process's own environment, and Process.Start .NET's copy.
            Assert.Equal(0, RunShell($"env | grep ^{Name}= > {file}"));
            Assert.Equal([$"{Name}=second"], File.ReadAllLines(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void An_array_that_another_thread_may_be_reading_stays_as_it_was()
    {
        nint environ = NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "environ");
        var blocks = new List<nint>();
        for (int i = 0; i < 20; i++)
        {
            nint array = Marshal.ReadIntPtr(environ);
            var entries = Entries(array);
            // Behind an array of setenv's, so that it must move to grow.
            blocks.Add(Marshal.AllocCoTaskMem(64));
            ProcessEnvironment.Set($"{Name}_{i}", "1");
            Assert.Equal(entries, Entries(array)[..entries.Count]);
        }
        blocks.ForEach(Marshal.FreeCoTaskMem);
    }

    private static List<nint> Entries(nint array)
    {
        var entries = new List<nint>();
        for (nint entry; (entry = Marshal.ReadIntPtr(array, entries.Count * nint.Size)) != 0;)
            entries.Add(entry);
        return entries;
    }

    [DllImport("libc", EntryPoint = "system")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RunShell([MarshalAs(UnmanagedType.LPUTF8Str)] string command);
}
