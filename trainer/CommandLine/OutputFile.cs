using ComposerPlugin.Trainer.IO;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>Checks files that a command is going to write.</summary>
internal static class OutputFile
{
    /// <summary>Fails early if a file cannot be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="advice">What to do, the end of the error message.</param>
    /// <exception cref="BadInputException">The file cannot be written.</exception>
    public static void CheckWritable(string path, string advice)
    {
        string trial = path + ".trial";
        try
        {
            AtomicFile.Write(trial, _ => { });
            File.Delete(trial);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && !FullDisk.Is(exception))
        {
            throw new BadInputException($"{path}: the file cannot be written ({exception.Message.TrimEnd('.')}); {advice}.");
        }
    }
}
