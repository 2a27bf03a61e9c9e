namespace ComposerPlugin.Play;

/// <summary>Prints what --style and --set accept.</summary>
internal static class Lists
{
    // The narrowest usual terminal.
    private const int Columns = 80, Indent = 2;

    /// <summary>Prints the styles, then the controls.</summary>
    public static void Write(PlayOptions options, StyleShelf shelf)
    {
        Write("Styles (--style)", shelf.Presets);
        if (shelf.Own.Count > 0)
            Write("Your styles (--style)", shelf.Own);
        Console.WriteLine("\nControls (--set \"TITLE=VALUE\")");
        Player.ListControls(options, entry => Terminal.WriteWrapped(entry, Indent, Columns, Console.Out));
    }

    private static void Write(string heading, IReadOnlyList<PlayStyle> styles)
    {
        const int Column = 28;
        Console.WriteLine(heading);
        foreach (var style in styles)
            Console.WriteLine($"  {style.Id.PadRight(Column)}{style.Name}{(style.Polyphony > 1 ? ", for chords" : "")}");
    }
}
