namespace NAudio.Tests.Support;

/// <summary>A test, with data, of what the stand-in does and the package does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StandInTheoryAttribute : TheoryAttribute
{
    public StandInTheoryAttribute() => Skip = StandIn.Skip;
}
