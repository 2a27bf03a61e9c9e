using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Takes;

namespace ComposerPlugin.Trainer.Styles;

/// <summary>What a style says about itself and the controls that suit it; given by options of the verbs that write styles.</summary>
internal sealed record StyleCard(string? Name, string? Description, string? Author, string? Licence, double? Temperature = null, double? TopP = null)
{
    public const string Usage =
        """
          --name TEXT     what musicians see (standard: the folder's name, or that of the style it comes from)
          --description, --author, --licence TEXT  what the style says about itself
          --temperature N  how surprising its notes are at a Surprise of 100 %, 0.1 to 10 (standard 1, or that of the style it comes from)
          --top-p N       leaves out the unlikeliest choices, 0.01 to 1 (standard 0.95, or that of the style it comes from)
        """;

    public static readonly string[] Options = ["--name", "--description", "--author", "--licence", "--temperature", "--top-p"];

    public static StyleCard FromArguments(Arguments arguments) =>
        new(
            arguments.Optional("--name"), arguments.Optional("--description"), arguments.Optional("--author"), arguments.Optional("--licence"),
            arguments.Number("--temperature", 0.1, 10), arguments.Number("--top-p", 0.01, 1));

    /// <summary>The controls of the style that another one is made from, or null, with what this card says.</summary>
    public StyleControls Controls(StyleControls? controls) => (controls ?? new()) with
    {
        Temperature = Temperature ?? controls?.Temperature ?? 1,
        TopP = TopP ?? controls?.TopP ?? TakeOptions.DefaultTopP,
    };

    /// <summary>Another style made from one: under the id of its folder, with what this card says, and without figures, which were the other's.</summary>
    /// <param name="style">The style that is there.</param>
    /// <param name="folder">The folder of the new one.</param>
    /// <param name="name">Its name if the card says none.</param>
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

    /// <summary>This card, with what it does not say taken from another.</summary>
    public StyleCard MergeWith(StyleCard other) =>
        new(Name ?? other.Name, Description ?? other.Description, Author ?? other.Author, Licence ?? other.Licence, Temperature ?? other.Temperature, TopP ?? other.TopP);
}
