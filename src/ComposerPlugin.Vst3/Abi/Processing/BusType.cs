namespace ComposerPlugin.Vst3;

/// <summary>Rank of a bus. Main buses come before auxiliary ones.</summary>
public enum BusType
{
    /// <summary>Main bus.</summary>
    Main,

    /// <summary>Auxiliary bus (side chain).</summary>
    Auxiliary,
}
