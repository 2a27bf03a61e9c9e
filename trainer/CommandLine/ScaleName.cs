using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>The names of scales on the command line, such as dorian, minor-pentatonic or in.</summary>
internal static class ScaleName
{
    /// <summary>The scale of a name; null if the name is null.</summary>
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
        string known = string.Join(", ", Music.Scale.Named.Select(scale => Word(scale.Name)));
        throw new BadInputException($"--scale {name} is not known; use one of {known}.");
    }

    // "In (miyako-bushi)" becomes in, "Minor pentatonic" minor-pentatonic.
    private static string Word(string name) => name.Split(" (")[0].Replace(' ', '-').ToLowerInvariant();
}
