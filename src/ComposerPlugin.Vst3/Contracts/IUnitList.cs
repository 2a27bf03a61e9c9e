namespace ComposerPlugin.Vst3;

/// <summary>Optional, implemented by the <see cref="IController"/> object: the groups that parameters stand in, and the lists of programs (IUnitInfo).</summary>
public interface IUnitList
{
    /// <summary>[main] All units, the root first. Fixed for the life of the instance.</summary>
    IReadOnlyList<Unit> Units { get; }

    /// <summary>[main] All lists of programs. Fixed for the life of the instance.</summary>
    IReadOnlyList<ProgramList> ProgramLists { get; }
}
