namespace ComposerPlugin.Engine;

/// <summary>What in the host's time cannot be played as it is, while the host plays.</summary>
public enum TransportNotice
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>
    /// The tempo is outside <see cref="Transport.SlowestTempo"/> to <see cref="Transport.FastestTempo"/>; the nearest one is used.
    /// </summary>
    Tempo,

    /// <summary>There is no tempo, or none above 0: it is measured from the song position.</summary>
    NoTempo,

    /// <summary>The meter is not one that bars can be counted in; the last one that was is used.</summary>
    Meter,
}
