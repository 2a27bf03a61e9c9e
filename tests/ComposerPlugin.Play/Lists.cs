namespace ComposerPlugin.Play;

/// <summary>Prints what --style and --set accept.</summary>
internal static class Lists
{
    // Of a terminal.
    private const int Columns = 80;

    private const int Indent = 2;

    /// <summary>Prints the styles, then the controls.</summary>
    public static void Write(PlayOptions options, StyleShelf shelf)
    {
        Write("Styles (--style)", shelf.Presets);
        if (shelf.Own.Count > 0)
            Write("Your styles (--style)", shelf.Own);
        Console.WriteLine("\nControls (--set \"TITLE=VALUE\")");
        Player.ListControls(options, Console.Out);
    }

    /// <summary>Prints an entry in as many lines as it needs; all but the first are indented more.</summary>
    public static void WriteWrapped(string entry, TextWriter output)
    {
        string line = new(' ', Indent);
        foreach (string word in entry.Split(' '))
        {
            if (line.Length + word.Length + 1 > Columns)
            {
                output.WriteLine(line.TrimEnd());
                line = new(' ', 3 * Indent);
            }
            line += word + " ";
        }
        output.WriteLine(line.TrimEnd());
    }

    private static void Write(string heading, IReadOnlyList<PlayStyle> styles)
    {
        const int Column = 28;
        Console.WriteLine(heading);
        foreach (var style in styles)
            Console.WriteLine($"  {style.Id.PadRight(Column)}{style.Name}{(style.Polyphony > 1 ? ", for chords" : "")}");
    }
}
