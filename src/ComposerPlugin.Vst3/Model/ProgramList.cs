namespace ComposerPlugin.Vst3;

/// <summary>A list of programs, chosen from by the parameter of the same unit that has <see cref="ParameterFlags.ProgramChange"/>.</summary>
/// <param name="Id">Its number, as in <see cref="Unit.ProgramListId"/>.</param>
/// <param name="Name">Shown by the host.</param>
/// <param name="Programs">The programs' names.</param>
public sealed record ProgramList(int Id, string Name, IReadOnlyList<string> Programs);
