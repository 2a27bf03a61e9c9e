using ComposerPlugin.Composing;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>The sections of generated pieces: their letters are given, or are drawn for each take as the style's music has them.</summary>
/// <param name="Letters">The letters; null to draw them.</param>
internal sealed record PieceForm(SectionForm? Letters)
{
    private const string Learnt = "learnt";

    /// <summary>
    /// Reads --form of a piece. Names of the plugin's control (<see cref="FormName"/>) come first, so that FREE is one; letters of
    /// sections are capitals.
    /// </summary>
    /// <param name="form">What was given; null for nothing.</param>
    /// <param name="bars">The bars of the piece.</param>
    /// <returns>The sections; null if the form is a name, which asks for none.</returns>
    /// <exception cref="BadInputException">It is neither, or has more sections than there are bars.</exception>
    public static PieceForm? Read(string? form, int bars)
    {
        if (form is null || form.Equals(Learnt, StringComparison.OrdinalIgnoreCase))
            return new((SectionForm?)null);
        if (FormName.Read(form) is not null)
            return null;
        if (!SectionForm.TryParse(form, out var letters))
        {
            throw new BadInputException(
                $"--form {form} is unknown; use {Learnt}, {FormName.All}, or up to {SectionForm.MostLetters} capital letters of sections, "
                    + "such as AABA or AA'BA.");
        }
        if (letters.Count > bars)
        {
            throw new BadInputException(
                $"--form {form} has {letters.Count} sections, but --bars {bars} has fewer bars; give at least {letters.Count} bars.");
        }
        return new(letters);
    }

    /// <summary>The sections of a take.</summary>
    /// <param name="composer">The composer, whose style has forms to draw from.</param>
    /// <param name="bars">The bars of the take.</param>
    /// <param name="seed">Its seed.</param>
    public SectionPlan Sections(PhraseComposer composer, int bars, uint seed) =>
        Letters is null ? composer.DrawSections(bars, seed) : new(Letters, Letters.Count, bars);
}
