namespace ComposerPlugin.Engine;

/// <summary>When the plugin plays, and what.</summary>
public enum PlayMode
{
    /// <summary>Answers when the player's phrase ends.</summary>
    Continue,

    /// <summary>Takes turns with the player, so many bars each, locked to the host's bars.</summary>
    Trade,

    /// <summary>Plays on its own from the next bar line.</summary>
    Generate,

    /// <summary>Plays the last phrase again, varied.</summary>
    Vary,

    /// <summary>Repeats the last take in time.</summary>
    Hold,
}
