using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>The scales as they are written on the command line: dorian, minor-pentatonic, in.</summary>
internal static class ScaleName
{
    /// <summary>The scale of a name; null for none.</summary>
    /// <exception cref="BadInputException">There is no such scale.</exception>
    public static Scale? Scale(string? name)
    {
        if (name is null)
            return null;
        foreach (var (named, scale) in Music.Scale.Named)
        {
            if (Word(named).Equals(Word(name), StringComparison.OrdinalIgnoreCase))
                return scale;
        }
        throw new BadInputException(
            $"--scale {name} is not known; there are {string.Join(", ", Music.Scale.Named.Select(scale => Word(scale.Name)))}.");
    }

    // "In (miyako-bushi)" is in, "Minor pentatonic" minor-pentatonic.
    private static string Word(string name) => name.Split(" (")[0].Replace(' ', '-').ToLowerInvariant();
}
