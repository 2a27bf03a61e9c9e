using System.Diagnostics;
using ComposerPlugin.Host;
using ComposerPlugin.Sessions;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(SessionOptions.Usage);
    return 0;
}
SessionOptions options;
try
{
    options = SessionOptions.Parse(args);
}
catch (FormatException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

const int LeastAnsweredPercent = 40, OtherBlocks = 1;
using var library = PluginLibrary.Load(options.Plugin);
if (options.Hostile > 0)
    return HostileSessions.Play(library, options.Hostile, options.Seed);
// Stays open, so that its style stays loaded for the others.
using var kept = library.Create("Composer MIDI");
var controls = new ControlSurface(kept);
int failed = 0, answered = 0, compared = 0, late = 0;
long notes = 0, bytes = 0;
long begun = Stopwatch.GetTimestamp();
for (int index = 0; index < options.Sessions; index++)
{
    int seed = options.Seed + index;
    var session = new RandomSession(seed, controls);
    if (options.Sessions == 1)
        Console.WriteLine(string.Join('\n', session.Describe()));
    var performance = SessionResult.Of(session, library, controls);
    var findings = Findings.In(session, performance).ToList();
    if (session.IsCompared)
    {
        compared++;
        if (!performance.IsSameAs(SessionResult.Of(new(seed, controls, OtherBlocks), library, controls), out string difference))
            findings.Add(difference);
    }
    long allocated = AudioThreadBytes() - bytes;
    bytes += allocated;
    if (allocated > 0)
        findings.Add($"{allocated} bytes were allocated on the audio thread.");

    int own = Findings.Answers(performance).Count();
    notes += own;
    late += performance.HasLateNotes ? 1 : 0;
    answered += own > 0 ? 1 : 0;
    failed += findings.Count > 0 ? 1 : 0;
    foreach (string finding in findings)
        Console.WriteLine($"seed {seed}: {finding}");
}
Console.WriteLine($"{options.Sessions} sessions in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s, "
    + $"{compared} of them twice with other blocks, "
    + $"{notes} answering notes in {answered}; {bytes} bytes allocated on the audio thread; "
    + $"notes left out as too late in {late}; {failed} sessions failed");
return failed > 0 ? 1 : answered * 100 < options.Sessions * LeastAnsweredPercent ? 2 : 0;

// Safe: the library stays loaded; the function takes nothing and returns a number.
unsafe long AudioThreadBytes() => ((delegate* unmanaged<long>)library.Export("ComposerPluginAudioThreadBytes"))();
