namespace ComposerPlugin.Music;

/// <summary>How closely a bar follows an earlier one.</summary>
public enum BarRelation
{
    /// <summary>It follows none.</summary>
    New,

    /// <summary>All notes begin at the same places; the pitches are others.</summary>
    Rhythm,

    /// <summary>At least half of the notes are the same: they have the same place in the bar and the same pitch.</summary>
    Varied,

    /// <summary>All notes are the same.</summary>
    Same,
}
