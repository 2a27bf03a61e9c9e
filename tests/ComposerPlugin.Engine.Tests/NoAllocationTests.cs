namespace ComposerPlugin.Engine.Tests;

public class NoAllocationTests
{
    [Fact]
    public void An_action_that_allocates_fails()
    {
        object? kept = null;
        Assert.ThrowsAny<Exception>(() => NoAllocation.In(() => kept = new byte[16]));
        Assert.NotNull(kept);
    }

    [Fact]
    public void An_action_that_does_not_allocate_passes()
    {
        int sum = 0;
        NoAllocation.In(() => sum++);
        Assert.Equal(2, sum);
    }
}
