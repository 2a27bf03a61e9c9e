namespace ComposerPlugin.Vst3;

/// <summary>
/// A program list. The parameter of its unit with the flag <see cref="ParameterFlags.ProgramChange"/> selects the program.
/// </summary>
/// <param name="Id">The id, as in <see cref="Unit.ProgramListId"/>.</param>
/// <param name="Name">The name shown to the user.</param>
/// <param name="Programs">The names of the programs.</param>
public sealed record ProgramList(int Id, string Name, IReadOnlyList<string> Programs);
