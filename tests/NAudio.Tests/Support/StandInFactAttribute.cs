namespace NAudio.Tests.Support;

/// <summary>A test of what the stand-in does and the package does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StandInFactAttribute : FactAttribute
{
    public StandInFactAttribute() => Skip = StandIn.Skip;
}
