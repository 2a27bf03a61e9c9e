namespace ComposerPlugin.Engine;

/// <summary>Source of velocities.</summary>
public enum VelocitySource
{
    /// <summary>The player's mean velocity, with the style's accents.</summary>
    Player,

    /// <summary>The style's velocities.</summary>
    Style,

    /// <summary>One velocity for all notes.</summary>
    Fixed,
}
