using System.Diagnostics;
using ComposerPlugin.Host;

namespace ComposerPlugin.Sessions;

/// <summary>Plays sessions with a hostile host, and counts what went wrong.</summary>
internal static class HostileSessions
{
    private const int LeastAnsweredPercent = 20;

    /// <summary>Plays sessions, and prints the seeds of those that fail and a summary.</summary>
    /// <returns>The exit code: 0 if none failed, 1 if some did, 2 if too few were answered.</returns>
    public static unsafe int Play(PluginLibrary library, int sessions, int seed)
    {
        // Safe: the library stays loaded; the function takes nothing and returns a number.
        var audioThreadBytes = (delegate* unmanaged<long>)library.Export("ComposerPluginAudioThreadBytes");
        // Stays open, so that its style stays loaded for the others.
        using var kept = library.Create("Composer MIDI");
        var controls = new ControlSurface(kept);
        int failed = 0, answered = 0;
        long bytes = 0, played = 0, answers = 0, blocks = 0, loads = 0;
        double slowestClose = 0;
        long begun = Stopwatch.GetTimestamp();
        for (int index = 0; index < sessions; index++)
        {
            using var session = new HostileSession(library, controls, seed + index);
            session.Play();
            var findings = session.Findings;
            long allocated = audioThreadBytes() - bytes;
            bytes += allocated;
            if (allocated > 0)
                findings.Add($"{allocated} bytes were allocated on the audio thread.");
            foreach (string finding in findings)
                Console.WriteLine($"seed {seed + index}: {finding}");
            failed += findings.Count > 0 ? 1 : 0;
            answered += session.Answers > 0 ? 1 : 0;
            (played, answers, blocks, loads) =
                (played + session.PlayedNotes, answers + session.Answers, blocks + session.Blocks, loads + session.Loads);
            slowestClose = Math.Max(slowestClose, session.CloseTime.TotalMilliseconds);
        }
        Console.WriteLine(
            $"{sessions} hostile sessions in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s: {blocks} blocks, {loads} states loaded, "
            + $"{played} notes of the player, {answers} answering notes in {answered}; "
            + $"{bytes} bytes allocated on the audio thread; "
            + $"the slowest closing took {slowestClose:0} ms; {failed} sessions failed");
        return failed > 0 ? 1 : answered * 100 < sessions * LeastAnsweredPercent ? 2 : 0;
    }
}
