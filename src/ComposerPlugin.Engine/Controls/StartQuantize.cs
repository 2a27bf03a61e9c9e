namespace ComposerPlugin.Engine;

/// <summary>Where an answer may start.</summary>
public enum StartQuantize
{
    /// <summary>The next grid position.</summary>
    Grid,

    /// <summary>The next beat, as musicians count it.</summary>
    Beat,

    /// <summary>The next bar line.</summary>
    Bar,
}
