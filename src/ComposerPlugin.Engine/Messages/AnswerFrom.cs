namespace ComposerPlugin.Engine;

/// <summary>What an answer is made from.</summary>
public enum AnswerFrom
{
    /// <summary>It goes on from what was heard, and ends the player's phrase.</summary>
    Heard,

    /// <summary>It goes on from what was heard; where that is nothing, from the phrase captured as A or from the seed alone. The player's phrase goes on.</summary>
    Alone,

    /// <summary>It varies the last phrase, or what lies between the captured ones, and ends the player's phrase.</summary>
    Phrase,

    /// <summary>A take is played again.</summary>
    Take,
}
