namespace ComposerPlugin.Music;

/// <summary>How a section closes.</summary>
public enum SectionClose
{
    /// <summary>A half close: on another degree than the tonic, so that music is to follow.</summary>
    Half,

    /// <summary>A full close: on the tonic.</summary>
    Full,
}
