namespace ComposerPlugin.Host;

/// <summary>One step of a parameter edit that a plugin reported.</summary>
/// <param name="Kind">Begin, perform or end.</param>
/// <param name="Id">The parameter.</param>
/// <param name="Normalized">The new value; 0 for begin and end.</param>
public readonly record struct ParameterEdit(ParameterEditKind Kind, uint Id, double Normalized);
