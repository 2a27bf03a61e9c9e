using ComposerPlugin.Styles;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>The border between files from strangers and the trainer: whatever goes wrong while one is read becomes one sentence.</summary>
internal static class InputBorder
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, where the sentence begins.</param>
    /// <param name="what">What it is not if it cannot be read, such as "not a checkpoint".</param>
    /// <param name="hint">What to do, without a full stop.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="BadInputException">It cannot be read.</exception>
    /// <exception cref="StyleException">A style in it cannot be used.</exception>
    public static T Read<T>(string path, string what, string hint, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not (BadInputException or StyleException))
        {
            throw new BadInputException($"{path}: {what} ({StyleBorder.OneLine(exception)}); {hint}.");
        }
    }

    /// <summary>
    /// Checks that a file can be opened and has a bearable size. Opening a pipe or device, of length 0, could block forever.
    /// </summary>
    /// <param name="path">The file, which exists.</param>
    /// <param name="mostBytes">The largest size.</param>
    /// <exception cref="InvalidDataException">It is empty or too large.</exception>
    public static void CheckSize(string path, long mostBytes)
    {
        long length = new FileInfo(path).Length;
        if (length == 0)
            throw new InvalidDataException("the file is empty");
        if (length > mostBytes)
            throw new InvalidDataException($"the file is larger than {mostBytes >> 20} MiB");
    }
}
