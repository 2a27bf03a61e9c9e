using System.Diagnostics;
using System.Globalization;

namespace ComposerPlugin.Tests.Shared;

/// <summary>
/// Reads thousands of changed files. Each must be read or refused with one sentence, in bounded time. tests/fuzz.sh runs it for minutes
/// instead, with other seeds: it sets COMPOSER_FUZZ to "--seed N --minutes N --first N".
/// </summary>
internal static class FuzzRun
{
    private static readonly string[] _options = (Environment.GetEnvironmentVariable("COMPOSER_FUZZ") ?? "").Split(' ');
    private static readonly double _seed = Option("--seed", 1), _minutes = Option("--minutes", 0), _first = Option("--first", 0);

    /// <summary>Changes files and reads them.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="files">Good ones.</param>
    /// <param name="mutations">How many changed files are read, outside the long mode.</param>
    /// <param name="read">
    /// Reads a changed file; null if that succeeds, else the sentence that refuses it. An exception fails the test.
    /// </param>
    /// <param name="mostSeconds">The most that reading one file may take.</param>
    public static void Run(string name, IReadOnlyList<byte[]> files, int mutations, Func<byte[], string?> read, double mostSeconds = 10)
    {
        int accepted = 0, done = 0;
        var slowest = TimeSpan.Zero;
        long began = Stopwatch.GetTimestamp(), first = (long)_first;
        string last = Path.Combine(Path.GetTempPath(), $"composer-fuzz-{name.Replace(' ', '-')}.last");
        while (_minutes > 0 ? Stopwatch.GetElapsedTime(began).TotalMinutes < _minutes : done < mutations)
        {
            long number = first + done++;
            var mutator = new Mutator(unchecked(((ulong)_seed * 0x9E3779B97F4A7C15) ^ ((ulong)number * 0xD1B54A32D192ED03)));
            byte[] changed = mutator.Change(files[mutator.Below(files.Count)], files[mutator.Below(files.Count)]);
            // Kept if the process dies.
            if (_minutes > 0)
                File.WriteAllBytes(last, changed);
            long reading = Stopwatch.GetTimestamp();
            string? fault = Fault(changed, read, ref accepted);
            var took = Stopwatch.GetElapsedTime(reading);
            slowest = took > slowest ? took : slowest;
            if (took.TotalSeconds > mostSeconds)
                fault ??= $"took {took.TotalSeconds:0.0} s";
            if (fault is null)
                continue;
            File.WriteAllBytes(last, changed);
            Assert.Fail($"{name}: {fault}; tests/fuzz.sh --seed {_seed} --first {number}; the file is {last}");
        }
        if (_minutes > 0)
        {
            File.Delete(last);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: seed {_seed}, {done:N0} files in {Stopwatch.GetElapsedTime(began).TotalMinutes:0.0} min, {done - accepted:N0} "
                + $"refused, {accepted:N0} read, slowest {slowest.TotalMilliseconds:0} ms, "
                + $"working set {Environment.WorkingSet >> 20} MiB"));
        }
    }

    private static string? Fault(byte[] changed, Func<byte[], string?> read, ref int accepted)
    {
        try
        {
            string? refusal = read(changed);
            if (refusal is null)
                accepted++;
            return refusal is null || (refusal.EndsWith('.') && !refusal.Contains('\n')) ? null : $"is refused with \"{refusal}\"";
        }
        catch (Exception exception)
        {
            return $"{exception}";
        }
    }

    private static double Option(string name, double otherwise)
    {
        int at = Array.IndexOf(_options, name);
        return at >= 0 && at + 1 < _options.Length ? double.Parse(_options[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
