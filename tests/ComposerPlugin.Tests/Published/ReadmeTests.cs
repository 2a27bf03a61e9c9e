using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ComposerPlugin.Tests.Published;

/// <summary>
/// The commands of README.md. Those that take seconds are run: of its blocks, and `./run.sh` in its text. Of the others (./build.sh,
/// ./installer/build.sh, ./trainer.sh), the script and each option must exist.
/// </summary>
public sealed partial class ReadmeTests : IDisposable
{
    // What is built before the tests, and what trains.
    private static readonly string[] _long = ["./build.sh", "./installer/build.sh", "./trainer.sh"];

    private readonly string _home = Directory.CreateTempSubdirectory("composer-readme-").FullName;

    public static TheoryData<string> Commands => [.. All.Distinct()];

    private static IEnumerable<string> All
    {
        get
        {
            string text = File.ReadAllText(Repository.File("README.md"));
            return Block().Matches(text).SelectMany(block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .Concat(Inline().Matches(text).Select(code => code.Groups["command"].Value));
        }
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void There_are_commands_of_both_kinds()
    {
        Assert.Contains(All, IsLong);
        Assert.Contains(All, command => !IsLong(command));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_works(string command)
    {
        if (IsLong(command))
            AssertExists(command);
        else
            Run(command);
    }

    private static bool IsLong(string command) => _long.Contains(command.Split(' ')[0]);

    private static void AssertExists(string command)
    {
        string[] words = command.Split(' ');
        Assert.True(File.Exists(Repository.File(words[0])), command);
        bool isBuild = words[0] != "./trainer.sh";
        string source = isBuild ? File.ReadAllText(Repository.File(words[0])) : string.Concat(
            Directory.EnumerateFiles(Repository.File("trainer/Commands"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        if (!isBuild)
            Assert.Contains($"\"{words[1]}\"", source, StringComparison.Ordinal);
        foreach (string option in words.Where(word => word.StartsWith("--", StringComparison.Ordinal)))
            Assert.Matches($@"{Regex.Escape(option)}(?![\w-])", source);
    }

    private void Run(string command)
    {
        var built = File.GetLastWriteTimeUtc(Path.Combine(Bundle.Folder, Bundle.Library));
        Assert.SkipWhen(Sources().Any(file => File.GetLastWriteTimeUtc(file) > built), "Run ./build.sh first: ./run.sh would build.");
        // The style of "Train your own", and a folder that README makes the line before.
        string styles = Path.Combine(_home, ".local/share/ComposerPlugin/styles/my-style");
        Directory.CreateDirectory(styles);
        foreach (string file in Directory.GetFiles(Path.Combine(Bundle.Folder, Bundle.Style)))
            File.Copy(file, Path.Combine(styles, Path.GetFileName(file)));
        Directory.CreateDirectory(Path.Combine(_home, ".vst3"));
        var start = new ProcessStartInfo("bash", ["-c", command])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root,
        };
        start.Environment["NUGET_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        start.Environment["HOME"] = _home;
        start.Environment.Remove("XDG_DATA_HOME");
        // As ./test.sh builds: otherwise the script would compile again.
        start.Environment["RunAnalyzers"] = "true";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command}: {output}{error.Result}");
    }

    private static IEnumerable<string> Sources() => ((string[])["src", "presets"]).SelectMany(part =>
        Directory.EnumerateFiles(Repository.File(part), "*", SearchOption.AllDirectories));

    [GeneratedRegex(@"^```\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<!`)`(?<command>\./[^`]+)`")]
    private static partial Regex Inline();
}
