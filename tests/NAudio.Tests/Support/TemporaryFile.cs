namespace NAudio.Tests.Support;

internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".wav");

    public void Dispose() => File.Delete(Path);
}
