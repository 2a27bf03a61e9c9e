namespace ComposerPlugin.Engine;

/// <summary>Source of micro-timing: the Swing parameter, or the player's measured timing.</summary>
public enum TimingSource
{
    /// <summary>The Swing parameter.</summary>
    Control,

    /// <summary>The player's swing and lateness.</summary>
    Player,
}
