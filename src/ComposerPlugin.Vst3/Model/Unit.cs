namespace ComposerPlugin.Vst3;

/// <summary>A unit: a group of parameters.</summary>
/// <param name="Id">The unit id, as in <see cref="ParameterInfo.UnitId"/>.</param>
/// <param name="ParentId">The id of the parent unit; <see cref="None"/> for the root.</param>
/// <param name="Name">The name shown to the user.</param>
/// <param name="ProgramListId">The id of the unit's program list; <see cref="None"/> if it has none.</param>
public sealed record Unit(int Id, int ParentId, string Name, int ProgramListId)
{
    /// <summary>The id of the root unit.</summary>
    public const int Root = 0;

    /// <summary>No parent, or no program list.</summary>
    public const int None = -1;
}
