namespace ComposerPlugin.Editor;

/// <summary>What a style's file says about it, for reading. Texts that the file lacks are empty.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it plays.</param>
/// <param name="Model">The type of model, as "GRU".</param>
/// <param name="Author">Who made it.</param>
/// <param name="Licence">The licence of the data that it was trained on.</param>
/// <param name="Figures">Figures of its training and evaluation, each a name and a value.</param>
public sealed record StyleCard(
    string Name, string Description, string Model, string Author, string Licence, IReadOnlyList<(string Name, string Value)> Figures);
