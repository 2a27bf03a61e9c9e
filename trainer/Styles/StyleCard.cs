using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Takes;

namespace ComposerPlugin.Trainer.Styles;

/// <summary>What a style says about itself and the controls that suit it; given by options of the commands that write styles.</summary>
internal sealed record StyleCard(string? Name, string? Description, string? Author, string? Licence, double? Temperature = null, double? TopP = null)
{
    /// <summary>The controls of the style that another one is made from, or null, with what this card says.</summary>
    public StyleControls Controls(StyleControls? controls) => (controls ?? new()) with
    {
        Temperature = Temperature ?? controls?.Temperature ?? 1,
        TopP = TopP ?? controls?.TopP ?? TakeOptions.StandardTopP,
    };

    /// <summary>Another style made from one: under the id of its folder, with what this card says, and without figures, which were the other's.</summary>
    /// <param name="style">The style that is there.</param>
    /// <param name="folder">The folder of the new one.</param>
    /// <param name="name">Its name if the card says none.</param>
    public StyleFile On(StyleFile style, string folder, string name) => style with
    {
        Id = StyleFolder.IdOf(folder),
        Name = Name ?? name,
        Description = Description ?? style.Description,
        Author = Author ?? style.Author,
        Licence = Licence ?? style.Licence,
        Controls = Controls(style.Controls),
        Evaluation = null,
    };

    /// <summary>This card, with what it does not say taken from another.</summary>
    public StyleCard Or(StyleCard other) =>
        new(Name ?? other.Name, Description ?? other.Description, Author ?? other.Author, Licence ?? other.Licence, Temperature ?? other.Temperature, TopP ?? other.TopP);
}
