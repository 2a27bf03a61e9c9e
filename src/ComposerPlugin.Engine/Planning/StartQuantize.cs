namespace ComposerPlugin.Engine;

/// <summary>The lines on which an answer may begin.</summary>
public enum StartQuantize
{
    /// <summary>The next line of the grid.</summary>
    Grid,

    /// <summary>The next beat, as musicians count it.</summary>
    Beat,

    /// <summary>The next bar line.</summary>
    Bar,
}
