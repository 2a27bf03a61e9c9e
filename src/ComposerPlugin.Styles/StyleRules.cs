using ComposerPlugin.Music;

namespace ComposerPlugin.Styles;

/// <summary>Validates the values of style.json.</summary>
public static class StyleRules
{
    // Windows allows none of these in a name; others, fewer.
    private const string Forbidden = "/\\:*?\"<>|";

    private const string ExportAgain = StyleException.ExportAgain;

    /// <summary>[any] Whether an id can be the name of a folder on every system: no path, and not hidden.</summary>
    public static bool IsFolderName(string id) =>
        id.Length is > 0 and <= 100 && id[0] != '.' && id[^1] is not ('.' or ' ')
        && !id.Any(letter => char.IsControl(letter) || Forbidden.Contains(letter, StringComparison.Ordinal));

    internal static void Check(StyleFile style, string path)
    {
        Demand(style.Format is >= StyleFile.FirstFormat and <= StyleFile.CurrentFormat,
            path, $"format {style.Format} is not {StyleFile.FirstFormat} to {StyleFile.CurrentFormat}", ExportAgain);
        CheckVocabulary(style, path);
        CheckType(style, path);
        CheckForm(style, path);
        Demand(style.Id.Length > 0, path, "\"id\" is empty", ExportAgain);
        Demand(style.Name.Length > 0, path, "\"name\" is empty", "give the style a name");
        Demand(style.Meters?.Contains(null!) != true, path, "\"meters\" has an empty entry", ExportAgain);
        Demand(style.Training?.Losses?.Contains(null!) != true, path, "\"training.losses\" has an empty entry", ExportAgain);
        var range = style.PitchRange;
        Demand(range.Lowest >= 0 && range.Highest < Pitch.Count && range.Lowest <= range.Highest,
            path, $"\"pitchRange\" {range.Lowest} to {range.Highest} is not inside 0 to 127", ExportAgain);
        Demand(style.Type != ModelType.Vae || style.WindowBars is >= 1 and <= 16,
            path, $"\"windowBars\" {style.WindowBars} is not 1 to 16", ExportAgain);
        Demand(style.Polyphony is >= 1 and <= Pitch.Count, path, $"\"polyphony\" {style.Polyphony} is not 1 to 128", ExportAgain);
        Demand(style.MeanVelocity is >= 1 and <= 127, path, $"\"meanVelocity\" {style.MeanVelocity} is not 1 to 127", ExportAgain);
        Demand(style.Controls?.Temperature is null or (> 0 and <= 10),
            path, "\"controls.temperature\" is not above 0 and at most 10", "set it to 1");
        Demand(style.Controls?.TopP is null or (> 0 and <= 1),
            path, "\"controls.topP\" is not above 0 and at most 1", "set it to 0.95");
    }

    internal static void CheckPlan(StylePlan plan, string path)
    {
        Demand(plan.Version == StylePlan.CurrentVersion,
            path, $"its version {plan.Version} is not {StylePlan.CurrentVersion}", $"update the plugin, or delete {StylePlan.FileName}");
        try
        {
            _ = plan.Statistics;
        }
        catch (FormatException exception)
        {
            throw new StyleException($"{path} cannot be used, because {exception.Message}", ExportAgain, exception);
        }
    }

    private static void CheckVocabulary(StyleFile style, string path)
    {
        Demand(style.TicksPerQuarter == Ticks.PerQuarter,
            path, $"\"ticksPerQuarter\" is {style.TicksPerQuarter} and not {Ticks.PerQuarter}", ExportAgain);
        var vocabulary = style.Vocabulary;
        Demand(vocabulary.Version <= Vocabulary.Version,
            path, $"vocabulary version {vocabulary.Version} is newer than {Vocabulary.Version}, the newest here", "update the plugin");
        Demand(vocabulary.Version == Vocabulary.Version,
            path, $"vocabulary version {vocabulary.Version} is older than {Vocabulary.Version}", StyleException.TrainAgain);
        Demand(vocabulary.Hash == Vocabulary.Hash,
            path, $"vocabulary hash {vocabulary.Hash} is not {Vocabulary.Hash}, so its classes differ", StyleException.TrainAgain);
    }

    private static void CheckForm(StyleFile style, string path)
    {
        if (style.Form is not { Version: var version })
            return;
        Demand(style.Format > StyleFile.FirstFormat, path, "\"form\" is given, which format 1 does not have", ExportAgain);
        Demand(style.Type is ModelType.Lstm or ModelType.Gru or ModelType.Transformer or ModelType.Ensemble,
            path, $"\"form\" is given, which styles of type {style.Type} do not have", ExportAgain);
        Demand(version <= FormHint.Version,
            path, $"form version {version} is newer than {FormHint.Version}, the newest here", "update the plugin");
        Demand(version == FormHint.Version, path, $"form version {version} is older than {FormHint.Version}", StyleException.TrainAgain);
    }

    private static void CheckType(StyleFile style, string path)
    {
        var roles = ModelType.RolesOf(style.Type);
        Demand(roles.Count > 0,
            path, $"\"kind\" \"{style.Type}\" is not one of {string.Join(", ", ModelType.All)}",
            "update the plugin, or choose another style");
        foreach (string role in roles)
        {
            Demand(style.Graphs.TryGetValue(role, out string? graph) && graph is not null,
                path, $"a style of type {style.Type} needs a \"{role}\" graph, but \"graphs\" has none", ExportAgain);
            Demand(IsInside(graph!),
                path, $"the {role} graph \"{graph}\" is not a path inside the style's folder", "move the graph beside style.json");
        }
    }

    // The same rule on all systems: on Windows a backslash or a colon could lead out of the folder.
    private static bool IsInside(string path) =>
        path.AsSpan().IndexOfAny('\\', ':', '\0') < 0 && Array.TrueForAll(path.Split('/'), name => name is not ("" or "." or ".."));

    private static void Demand(bool holds, string path, string error, string hint)
    {
        if (!holds)
            throw new StyleException($"{path} cannot be used, because {error}", hint);
    }
}
