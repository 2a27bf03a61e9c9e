namespace ComposerPlugin.Vst3;

/// <summary>
/// Optional, implemented by the <see cref="IController"/> object: the units (groups of parameters) and the program lists (IUnitInfo).
/// </summary>
public interface IUnitList
{
    /// <summary>[main] All units, the root first. Must not change during the life of the instance.</summary>
    IReadOnlyList<Unit> Units { get; }

    /// <summary>[main] All program lists. Must not change during the life of the instance.</summary>
    IReadOnlyList<ProgramList> ProgramLists { get; }
}
