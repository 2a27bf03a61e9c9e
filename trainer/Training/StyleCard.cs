using ComposerPlugin.Models;

namespace ComposerPlugin.Trainer.Training;

/// <summary>What a style says about itself in words; given by options of <c>train</c> and <c>export</c>.</summary>
internal sealed record StyleCard(string? Name, string? Description, string? Author, string? Licence)
{
    public const string Usage =
        """
          --name TEXT     what musicians see (standard: the folder's name, or that of the style it comes from)
          --description, --author, --licence TEXT  what the style says about itself
        """;

    public static readonly string[] Options = ["--name", "--description", "--author", "--licence"];

    public static StyleCard Of(Arguments arguments) =>
        new(arguments.Optional("--name"), arguments.Optional("--description"), arguments.Optional("--author"), arguments.Optional("--licence"));

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
        Evaluation = null,
    };

    /// <summary>This card, with what it does not say taken from another.</summary>
    public StyleCard Or(StyleCard other) =>
        new(Name ?? other.Name, Description ?? other.Description, Author ?? other.Author, Licence ?? other.Licence);
}
