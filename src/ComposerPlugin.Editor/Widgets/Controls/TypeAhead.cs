namespace ComposerPlugin.Editor;

/// <summary>[main] Finds entries of a list by typed letters. Letters that follow each other within a second are one text.</summary>
internal sealed class TypeAhead
{
    private const int TicksOfOneText = 30;

    private string _typed = "";
    private int _ticksLeft;

    /// <summary>Counts a tick.</summary>
    public void Tick()
    {
        if (_ticksLeft > 0 && --_ticksLeft == 0)
            _typed = "";
    }

    /// <summary>The next entry that begins with what was typed; -1 if there is none.</summary>
    /// <param name="letter">The letter that was typed now.</param>
    /// <param name="current">The entry now.</param>
    /// <param name="count">How many entries there are.</param>
    /// <param name="textOf">Their texts.</param>
    public int Find(char letter, int current, int count, Func<int, string> textOf)
    {
        _ticksLeft = TicksOfOneText;
        _typed += letter;
        if (_typed.Length > 1 && Find(_typed, current, count, textOf) is var longer and >= 0)
            return longer;
        _typed = letter.ToString();
        return Find(_typed, current + 1, count, textOf);
    }

    private static int Find(string typed, int first, int count, Func<int, string> textOf)
    {
        for (int i = 0; i < count; i++)
        {
            int at = (first + i) % count;
            if (textOf(at).StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                return at;
        }
        return -1;
    }
}
