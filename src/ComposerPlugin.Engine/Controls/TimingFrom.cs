namespace ComposerPlugin.Engine;

/// <summary>What answers take their timing between the grid lines from.</summary>
public enum TimingFrom
{
    /// <summary>On the grid, swung by the control.</summary>
    Control,

    /// <summary>As the player swings and how far ahead or behind they play.</summary>
    Player,
}
