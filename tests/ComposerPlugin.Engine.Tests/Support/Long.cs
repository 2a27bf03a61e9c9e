namespace ComposerPlugin.Engine.Tests;

/// <summary>A value of several words, all equal, so that one that is torn shows.</summary>
internal readonly record struct Long(long First, long Second, long Third, long Fourth, long Fifth, long Sixth, long Seventh, long Eighth)
{
    public Long(long value)
        : this(value, value, value, value, value, value, value, value)
    {
    }

    public bool IsWhole => this == new Long(First);
}
