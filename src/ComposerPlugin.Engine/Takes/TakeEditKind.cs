namespace ComposerPlugin.Engine;

/// <summary>The types of <see cref="TakeEdit"/>.</summary>
public enum TakeEditKind
{
    /// <summary>Locks or unlocks notes.</summary>
    Lock,

    /// <summary>Adds a take to the kept ones.</summary>
    Keep,

    /// <summary>Removes a take from the kept ones.</summary>
    Unkeep,

    /// <summary>Hides one of the last takes: the steps to the previous and the next take pass over it.</summary>
    Hide,

    /// <summary>Another phrase is used, as if it had just been played: it has no take yet.</summary>
    UsePhrase,
}
