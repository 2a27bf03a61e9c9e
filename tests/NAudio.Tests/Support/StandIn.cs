using System.Reflection;

namespace NAudio.Tests.Support;

/// <summary>Whether these tests run on the stand-in or on the package.</summary>
internal static class StandIn
{
    /// <summary>Why a test of what only the stand-in does is skipped; null with the stand-in.</summary>
    public static string? Skip { get; } = Packages() == "standin" ? null : "The package does otherwise: see docs/packages.md.";

    private static string? Packages() => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Packages").Value;
}
