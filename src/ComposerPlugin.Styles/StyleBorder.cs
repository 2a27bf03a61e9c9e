namespace ComposerPlugin.Styles;

/// <summary>
/// The border between files from strangers and the plugin: whatever goes wrong while one is read becomes one sentence for the musician.
/// </summary>
public static class StyleBorder
{
    /// <summary>[any] Reads something; any exception becomes a <see cref="StyleException"/>.</summary>
    /// <param name="what">What is read and where, as the subject of a sentence.</param>
    /// <param name="hint">What to do, without a full stop.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="StyleException">It cannot be read.</exception>
    public static T Read<T>(string what, string hint, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not StyleException)
        {
            throw new StyleException($"{what} cannot be read ({OneLine(exception)})", hint, exception);
        }
    }

    /// <summary>[any] Reads something; false if it cannot be read.</summary>
    /// <param name="what">What is read and where, as the subject of a sentence.</param>
    /// <param name="hint">What to do, without a full stop.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="value">What was read.</param>
    /// <param name="error">Why it cannot be read, in one sentence; empty if it was.</param>
    public static bool TryRead<T>(string what, string hint, Func<T> read, out T? value, out string error)
    {
        try
        {
            (value, error) = (Read(what, hint, read), "");
            return true;
        }
        catch (StyleException exception)
        {
            (value, error) = (default, exception.Message);
            return false;
        }
    }

    /// <summary>[any] The message of an exception as part of a sentence: one line, without a full stop.</summary>
    public static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
}
