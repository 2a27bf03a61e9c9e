using System.Diagnostics;
using ComposerPlugin.Inference;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>A request to load a style: the loader thread loads it, the worker takes or abandons it.</summary>
/// <param name="folder">The folder of the style; null for none.</param>
/// <param name="provider">The execution provider.</param>
internal sealed class StyleLoad(string? folder, ExecutionProvider provider)
{
    private static readonly StyleLoadResult _abandoned = new(null, null, null, TimeSpan.Zero);

    private StyleLoadResult? _result;
    private long _began;

    /// <summary>The folder of the style; null for none.</summary>
    public string? Folder => folder;

    /// <summary>The execution provider.</summary>
    public ExecutionProvider Provider => provider;

    /// <summary>The <see cref="FileStamp"/> of the style's files when the load was requested.</summary>
    public long Stamp { get; } = folder is null ? FileStamp.None : FileStamp.Of(folder);

    /// <summary>[loader] Called before the style is opened; null for nothing (tests only).</summary>
    internal Action? BeforeOpening { get; init; }

    /// <summary>[worker] The result; null while it is loading. Whoever takes it disposes of it.</summary>
    public StyleLoadResult? Result => Volatile.Read(ref _result);

    /// <summary>[worker] Gives a load up that takes longer than <see cref="StyleCache.LoadLimit"/>.</summary>
    public void EndIfLate()
    {
        long began = Volatile.Read(ref _began);
        if (began == 0 || Result is not null || Stopwatch.GetElapsedTime(began) < StyleCache.LoadLimit)
            return;
        string error = $"The style {folder} was given up, because loading it takes too long: choose another style.";
        Interlocked.CompareExchange(ref _result, new(null, null, error, StyleCache.LoadLimit), null);
    }

    /// <summary>[loader] Loads the style.</summary>
    public void Load()
    {
        if (folder is null || Result is not null)
            return;
        Volatile.Write(ref _began, Stopwatch.GetTimestamp());
        var loaded = Open(folder);
        if (Interlocked.CompareExchange(ref _result, loaded, null) is not null)
            loaded.Dispose();
    }

    /// <summary>[worker] The style is no longer needed: the result is disposed of, now or when it is there.</summary>
    public void Abandon() => Interlocked.Exchange(ref _result, _abandoned)?.Dispose();

    private StyleLoadResult Open(string path)
    {
        long began = Stopwatch.GetTimestamp();
        LoadedStyle? style = null;
        try
        {
            BeforeOpening?.Invoke();
            style = StyleCache.Acquire(path, provider);
            var model = style.CreateModel();
            return new(style, model, null, Stopwatch.GetElapsedTime(began));
        }
        catch (Exception exception)
        {
            if (style is not null)
                StyleCache.Release(style);
            var error = exception as StyleException
                ?? new($"The style {path} cannot be loaded ({exception.Message})", "choose another style", exception);
            return new(null, null, error.Message, Stopwatch.GetElapsedTime(began));
        }
    }
}
