namespace ComposerPlugin;

/// <summary>What a trigger has learnt.</summary>
public enum LearnedKind
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>A key: it fires when it goes down.</summary>
    Note,

    /// <summary>A MIDI controller: it fires when it comes to its upper half.</summary>
    Controller,
}
