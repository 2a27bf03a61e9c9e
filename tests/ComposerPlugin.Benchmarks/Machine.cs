using System.Runtime.InteropServices;

namespace ComposerPlugin.Benchmarks;

/// <summary>The machine that runs the benchmark.</summary>
internal static partial class Machine
{
    private const int Fifo = 1, AudioPriority = 60;

    /// <summary>The number of cores, and the load averages of the last minute and five minutes.</summary>
    public static string Load()
    {
        string[] averages = File.ReadAllText("/proc/loadavg").Split(' ');
        return $"{Environment.ProcessorCount} cores, load {averages[0]} (1 min), {averages[1]} (5 min)";
    }

    /// <summary>Gives the calling thread a DAW audio thread's priority; false if the system does not permit it.</summary>
    public static bool TryAudioPriority()
    {
        int priority = AudioPriority;
        return SetScheduler(0, Fifo, ref priority) == 0;
    }

    /// <summary>The resident memory of this process, in bytes.</summary>
    public static long ResidentBytes() => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * Environment.SystemPageSize;

    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int thread, int policy, ref int priority);
}
