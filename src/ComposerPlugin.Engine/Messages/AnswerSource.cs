namespace ComposerPlugin.Engine;

/// <summary>What an answer is made from.</summary>
public enum AnswerSource
{
    /// <summary>Continues what was heard. Ends the player's phrase.</summary>
    Heard,

    /// <summary>
    /// Continues what was heard; if nothing was, phrase A or else the seed alone. The player's phrase goes on.
    /// </summary>
    Generated,

    /// <summary>Varies the last phrase, or interpolates between the captured ones. Ends the player's phrase.</summary>
    Phrase,

    /// <summary>Repeats a take.</summary>
    Take,
}
