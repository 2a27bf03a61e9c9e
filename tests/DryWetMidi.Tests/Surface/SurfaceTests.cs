using System.Reflection;
using System.Runtime.CompilerServices;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Surface;

/// <summary>
/// The stand-in's public API equals the listing beside this file, so it changes only on purpose.
/// The package has every listed line, so code written against the stand-in compiles with the package.
/// </summary>
public class SurfaceTests
{
    private static readonly bool IsStandIn = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "Packages").Value == "standin";

    [Fact]
    public void The_public_surface_is_as_listed()
    {
        string[] actual = Listing.Of(typeof(MidiFile).Assembly);
        string path = ListingPath();
        if (IsStandIn && Environment.GetEnvironmentVariable("UPDATE_SURFACES") == "1")
            File.WriteAllLines(path, actual);
        string[] listed = File.ReadAllLines(path);
        Assert.True(actual.Length > 100, $"The surface shows {actual.Length} lines: the listing sees too little of it.");
        string[] differences = [.. Only(listed, actual, "- "), .. IsStandIn ? Only(actual, listed, "+ ") : []];
        Assert.True(differences.Length == 0, $"""
            The public surface differs from {path}:
            {string.Join('\n', differences.Take(40))}
            If it is meant to, run: UPDATE_SURFACES=1 ./test.sh DryWetMidi
            """);
    }

    private static IEnumerable<string> Only(IEnumerable<string> lines, IEnumerable<string> others, string mark) =>
        lines.Except(others).Select(line => mark + line);

    private static string ListingPath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Melanchall.DryWetMidi.txt");
}
