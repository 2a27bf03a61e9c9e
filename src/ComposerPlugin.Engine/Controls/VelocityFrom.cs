namespace ComposerPlugin.Engine;

/// <summary>What the velocities of answers go by.</summary>
public enum VelocityFrom
{
    /// <summary>As loud as the player, with the style's accents.</summary>
    Player,

    /// <summary>As the style was trained.</summary>
    Style,

    /// <summary>All notes alike.</summary>
    Fixed,
}
