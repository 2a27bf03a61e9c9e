using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.IO;

/// <summary>Writes a file so that a reader, also after a crash, finds the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string unfinished = path + ".unfinished";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Sees to it that a file can be written, before the work whose figures it is to hold.</summary>
    /// <exception cref="BadInputException">It cannot; the message goes on with <paramref name="advice"/>.</exception>
    public static void CheckPlace(string path, string advice)
    {
        try
        {
            Write(path + ".trial", _ => { });
            File.Delete(path + ".trial");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && !FullDisk.Is(exception))
        {
            throw new BadInputException($"{path}: the file cannot be written ({exception.Message.TrimEnd('.')}); {advice}.");
        }
    }

    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
