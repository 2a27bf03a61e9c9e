namespace ComposerPlugin.Vst3;

/// <summary>A group of parameters.</summary>
/// <param name="Id">Its number, as in <see cref="ParameterInfo.UnitId"/>.</param>
/// <param name="ParentId">The unit it stands in; <see cref="None"/> for the root.</param>
/// <param name="Name">Shown by the host.</param>
/// <param name="ProgramListId">The programs to choose from in it; <see cref="None"/> where there are none.</param>
public sealed record Unit(int Id, int ParentId, string Name, int ProgramListId)
{
    /// <summary>The root's number.</summary>
    public const int Root = 0;

    /// <summary>No parent, or no list of programs.</summary>
    public const int None = -1;
}
