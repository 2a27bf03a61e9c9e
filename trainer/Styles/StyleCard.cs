using ComposerPlugin.Styles;

namespace ComposerPlugin.Trainer.Styles;

/// <summary>A style's name, description, author, licence and suggested controls, from options of the commands that write styles.</summary>
/// <param name="Name">The name shown to musicians.</param>
/// <param name="Description">A description.</param>
/// <param name="Author">The author.</param>
/// <param name="Licence">The licence.</param>
/// <param name="Temperature">The sampling temperature at a Surprise of 1.</param>
/// <param name="TopP">Top-p sampling, 0.01 to 1.</param>
internal sealed record StyleCard(
    string? Name, string? Description, string? Author, string? Licence, double? Temperature = null, double? TopP = null)
{
    /// <summary>The controls of a base style, or null, changed by this card.</summary>
    public StyleControls Controls(StyleControls? controls) => (controls ?? new()) with
    {
        Temperature = Temperature ?? controls?.Temperature ?? 1,
        TopP = TopP ?? controls?.TopP ?? StyleControls.DefaultTopP,
    };

    /// <summary>
    /// A new style derived from another: with the id of its folder and the facts of this card, and without metrics, which are the other's.
    /// </summary>
    /// <param name="style">The base style.</param>
    /// <param name="folder">The folder of the new style.</param>
    /// <param name="name">Its name if the card has none.</param>
    public StyleFile ApplyTo(StyleFile style, string folder, string name) => style with
    {
        Id = StyleFolder.IdOf(folder),
        Name = Name ?? name,
        Description = Description ?? style.Description,
        Author = Author ?? style.Author,
        Licence = Licence ?? style.Licence,
        Controls = Controls(style.Controls),
        Evaluation = null,
    };

    /// <summary>This card, with missing facts taken from another.</summary>
    public StyleCard MergeWith(StyleCard other) =>
        new(Name ?? other.Name, Description ?? other.Description, Author ?? other.Author, Licence ?? other.Licence,
            Temperature ?? other.Temperature, TopP ?? other.TopP);
}
