using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ComposerPlugin.Tests.Published;

/// <summary>
/// A root folder that contains a native host, the published bundle with one style, and the libraries that the two link to. It has no
/// shell, no OpenSSL, no other program, and no /dev, /etc, /proc or /sys.
/// </summary>
internal sealed partial class BareRoot : IDisposable
{
    private const int MostSeconds = 60;

    // ComposerPlugin.Play, compiled ahead of time.
    private static readonly string _host = Repository.File("artifacts/play/ComposerPlugin.Play");

    // The options by which unshare may run a program in another root: as root, or else as root of a user namespace.
    private static readonly string[]? _rootOptions =
        Array.Find((string[][])[["--root"], ["--map-root-user", "--root"]], options => MayRun([.. options, "/", "/bin/true"]));

    private readonly string _folder = Directory.CreateTempSubdirectory("composer-bare-").FullName;

    /// <summary>Creates the folder.</summary>
    public BareRoot()
    {
        Directory.CreateDirectory(this["/home"]);
        Add(_host, "/play");
        foreach (string file in Bundle.Files.Where(file => !file.Contains("/presets/") || file.StartsWith(Bundle.Style)))
            Add(Path.Combine(Bundle.Folder, file), $"/ComposerPlugin.vst3/{file}");
        foreach (string library in Libraries())
            Add(library, library);
    }

    /// <summary>The reason why no program can run in such a root; null if one can.</summary>
    public static string? Missing =>
        !File.Exists(_host) ? "The native host is not built: run ./test.sh, which does."
        : _rootOptions is null ? "Another root needs the rights of root, or user namespaces (unshare --map-root-user)."
        : null;

    /// <summary>The path of a file in the root, as other programs see it.</summary>
    public string this[string path] => _folder + path;

    /// <summary>The files that the host and the bundle link to, by their paths on this system.</summary>
    public static IReadOnlySet<string> Libraries()
    {
        var libraries = new SortedSet<string>(StringComparer.Ordinal);
        string[] bundled = [Path.Combine(Bundle.Folder, Bundle.Library), Path.Combine(Bundle.Folder, Bundle.OnnxRuntime)];
        foreach (string linked in bundled.Append(_host))
        {
            var (code, output) = Run("ldd", [linked], new());
            Assert.True(code == 0, output);
            libraries.UnionWith(LibraryPath().Matches(output).Select(match => match.Value));
        }
        return libraries;
    }

    /// <summary>Plays a phrase through the host in this root.</summary>
    /// <returns>The exit code, all that the host printed, and the lines of events, empty if there are none.</returns>
    public (int Code, string Output, string[] Events) Play(string phrase, params string[] options)
    {
        Add(Repository.File($"presets/phrases/{phrase}"), $"/{phrase}");
        var (code, output) = Run("unshare", [.. _rootOptions!, _folder, "/play", $"/{phrase}", "--plugin", "/ComposerPlugin.vst3",
            "--out", "/out", "--events", "/events.jsonl", .. options], new() { ["HOME"] = "/home" });
        return (code, output, ReadEvents());
    }

    /// <summary>Plays a phrase through the same host and bundle outside of the root.</summary>
    public (int Code, string Output, string[] Events) PlayOutside(string phrase, params string[] options)
    {
        var (code, output) = Run(_host, [Repository.File($"presets/phrases/{phrase}"), "--plugin", Bundle.Folder,
            "--out", this["/out"], "--events", this["/events.jsonl"], .. options], new() { ["HOME"] = this["/home"] });
        return (code, output, ReadEvents());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] ReadEvents()
    {
        string path = this["/events.jsonl"];
        string[] events = File.Exists(path) ? File.ReadAllLines(path) : [];
        File.Delete(path);
        return events;
    }

    private void Add(string file, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.Copy(file, this[path]);
    }

    private static bool MayRun(string[] options)
    {
        try
        {
            return Run("unshare", options, new()).Code == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static (int Code, string Output) Run(string program, string[] options, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, options) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(MostSeconds)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', options)} did not end within {MostSeconds} s.");
        }
        return (process.ExitCode, output.Result + errors.Result);
    }

    // ldd prints "libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x…)", and the loader by its path alone.
    [GeneratedRegex(@"/\S+(?= \(0x)")]
    private static partial Regex LibraryPath();
}
