namespace ComposerPlugin.Vst3;

/// <summary>Properties of an event.</summary>
[Flags]
public enum EventFlags : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Played now on a keyboard, not read from a track.</summary>
    Live = 1 << 0,
}
