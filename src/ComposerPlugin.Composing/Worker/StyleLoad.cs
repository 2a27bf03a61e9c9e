using System.Diagnostics;
using ComposerPlugin.Inference;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>A style that is ordered: one thread loads it, another takes it or no longer wants it.</summary>
/// <param name="folder">The style's folder; null for none.</param>
/// <param name="provider">What it shall run on.</param>
internal sealed class StyleLoad(string? folder, ExecutionProvider provider)
{
    private static readonly StyleLoadResult _unwanted = new(null, null, null, TimeSpan.Zero);

    private StyleLoadResult? _loaded;

    /// <summary>The style's folder; null for none.</summary>
    public string? Folder => folder;

    /// <summary>What it shall run on.</summary>
    public ExecutionProvider Provider => provider;

    /// <summary>The files' <see cref="FileStamp"/> when the order was given.</summary>
    public long Stamp { get; } = folder is null ? FileStamp.None : FileStamp.Of(folder);

    /// <summary>[worker] What came of it, once it has come; null before. Whoever takes it disposes of it.</summary>
    public StyleLoadResult? Loaded => Volatile.Read(ref _loaded);

    /// <summary>[loader] Loads the style.</summary>
    public void Load()
    {
        if (folder is null || Loaded is not null)
            return;
        var loaded = Open(folder);
        if (Interlocked.CompareExchange(ref _loaded, loaded, null) is not null)
            loaded.Dispose();
    }

    /// <summary>[worker] It is no longer wanted: if it has come it is disposed of, if it is yet to come it will be.</summary>
    public void Abandon() => Interlocked.Exchange(ref _loaded, _unwanted)?.Dispose();

    private StyleLoadResult Open(string path)
    {
        long began = Stopwatch.GetTimestamp();
        LoadedStyle? style = null;
        try
        {
            style = StyleCache.Acquire(path, provider);
            var model = style.CreateModel();
            return new(style, model, null, Stopwatch.GetElapsedTime(began));
        }
        catch (Exception exception)
        {
            if (style is not null)
                StyleCache.Release(style);
            var trouble = exception as StyleException
                ?? new($"The style {path} cannot be loaded ({exception.Message})", "choose another style", exception);
            return new(null, null, trouble.Message, Stopwatch.GetElapsedTime(began));
        }
    }
}
