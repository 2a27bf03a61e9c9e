namespace ComposerPlugin.Engine;

/// <summary>When the plugin plays, and what.</summary>
public enum PlayMode
{
    /// <summary>Answers the player's phrase when it ends.</summary>
    Continue,

    /// <summary>Takes turns with the player, locked to the host's bars.</summary>
    Trade,

    /// <summary>Plays without a phrase from the next bar line.</summary>
    Generate,

    /// <summary>Plays variations of the last phrase.</summary>
    Vary,

    /// <summary>Repeats the last take.</summary>
    Hold,
}
