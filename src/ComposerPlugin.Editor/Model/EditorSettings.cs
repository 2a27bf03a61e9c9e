namespace ComposerPlugin.Editor;

/// <summary>How the window looks; kept with each instance, and as the default of new ones.</summary>
public sealed record EditorSettings
{
    /// <summary>The sizes, in percent.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [75, 100, 125, 150, 175, 200];

    /// <summary>The settings of a musician who has not chosen any.</summary>
    public static EditorSettings Default { get; } = new();

    /// <summary>The size in percent, 75 to 200.</summary>
    public int Size { get; init; } = 100;

    /// <summary>Whether the theme is light.</summary>
    public bool IsLight { get; init; }

    /// <summary>Whether tooltips are shown.</summary>
    public bool ShowsTooltips { get; init; } = true;

    /// <summary>Whether the first-run card was closed.</summary>
    public bool HasSeenFirstRun { get; init; }
}
