using System.Reflection;
using System.Runtime.CompilerServices;

namespace Packages.Tests;

/// <summary>
/// The stand-ins' public surfaces are those of the listings under tests/surfaces: what they offer changes on purpose only.
/// With the genuine packages, every listed line is there, so that code written against a stand-in finds all it names.
/// </summary>
public sealed class SurfaceTests
{
    private static readonly bool _isStandIn = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "Packages").Value == "standin";

    [Theory]
    [InlineData("Melanchall.DryWetMidi")]
    [InlineData("NAudio.Core")]
    [InlineData("TorchSharp")]
    public void The_public_surface_is_as_listed(string assembly)
    {
        string[] actual = Surface.Of(Assembly.Load(assembly));
        string listing = Path.Combine(Listings(), assembly + ".txt");
        if (_isStandIn && Environment.GetEnvironmentVariable("UPDATE_SURFACES") == "1")
            File.WriteAllLines(listing, actual);
        string[] listed = File.Exists(listing) ? File.ReadAllLines(listing) : [];
        Assert.True(actual.Length > 100, $"{assembly} shows {actual.Length} lines: the listing sees too little of it.");
        string[] differences = _isStandIn
            ? [.. Only(listed, actual, "- "), .. Only(actual, listed, "+ ")]
            : [.. Only(listed.Select(WithoutNullability), actual.Select(WithoutNullability), "- ")];
        Assert.True(differences.Length == 0, $"""
            The public surface of {assembly} differs from tests/surfaces/{assembly}.txt:
            {string.Join('\n', differences.Take(40))}
            If it is meant to, run: UPDATE_SURFACES=1 ./test.sh Packages
            """);
    }

    private static IEnumerable<string> Only(IEnumerable<string> lines, IEnumerable<string> others, string mark) =>
        lines.Except(others).Select(line => mark + line);

    // A package may say less of what can be null than its stand-in.
    private static string WithoutNullability(string line) => line.Replace("?", "", StringComparison.Ordinal);

    private static string Listings([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../surfaces");
}
