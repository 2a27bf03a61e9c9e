namespace ComposerPlugin.Play;

/// <summary>Prints texts in lines that end between words.</summary>
internal static class Terminal
{
    /// <summary>Prints an error: one line in a file, and as many as it needs in a terminal.</summary>
    public static void WriteError(string sentence)
    {
        if (Console.IsErrorRedirected)
            Console.Error.WriteLine(sentence);
        else
            WriteWrapped(sentence, 0, Math.Max(Console.WindowWidth, 40), Console.Error);
    }

    /// <summary>Prints a text in as many lines as it needs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">The spaces before the first line; three times as many before the others.</param>
    /// <param name="columns">The most columns of a line.</param>
    /// <param name="output">Where it is printed.</param>
    public static void WriteWrapped(string text, int indent, int columns, TextWriter output)
    {
        string line = new(' ', indent);
        foreach (string word in text.Split(' '))
        {
            if (line.Length + word.Length > columns)
            {
                output.WriteLine(line.TrimEnd());
                line = new(' ', 3 * indent);
            }
            line += word + " ";
        }
        output.WriteLine(line.TrimEnd());
    }
}
