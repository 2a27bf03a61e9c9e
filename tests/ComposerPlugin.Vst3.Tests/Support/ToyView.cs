namespace ComposerPlugin.Vst3.Tests;

/// <summary>A view without a window that records the layer's calls.</summary>
/// <param name="calls">Where it records them.</param>
internal class ToyView(List<string> calls) : IView
{
    public const int File = 5, Milliseconds = 33;

    private ViewSize _size = new(400, 300);

    /// <summary>The host of the last <see cref="Open"/>.</summary>
    public IViewHost? Host { get; private set; }

    /// <summary>What <see cref="IViewHost.Run"/> returned.</summary>
    public bool Runs { get; private set; }

    /// <summary>The keys that were reported.</summary>
    public List<KeyStroke> Keys { get; } = [];

    /// <summary>Whether it uses keys and the wheel.</summary>
    public bool UsesInput { get; set; }

    /// <summary>Whether it can open its window.</summary>
    public bool HasWindow { get; set; } = true;

    /// <summary>What happens inside <see cref="Open"/>.</summary>
    public Action? OnOpen { get; set; }

    /// <summary>What happens inside <see cref="Tick"/>.</summary>
    public Action? OnTick { get; set; }

    /// <summary>The call that fails.</summary>
    public string FailsIn { get; set; } = "";

    public ViewSize Size => FailsIn == nameof(Size) ? throw new InvalidOperationException(nameof(Size)) : _size;

    public bool Supports(string platformType)
    {
        Fail(nameof(Supports));
        return platformType is "X11EmbedWindowID" or "HWND";
    }

    public bool Open(nint parent, IViewHost host)
    {
        Host = host;
        Note($"Open {parent}");
        Runs = host.Run(File, Milliseconds);
        OnOpen?.Invoke();
        return HasWindow;
    }

    public void Close() => Note("Close");

    public void Resize(ViewSize size)
    {
        Note($"Resize {size.Width} {size.Height}");
        _size = size;
    }

    public ViewSize Constrain(ViewSize size)
    {
        Fail(nameof(Constrain));
        return new(Math.Clamp(size.Width, 100, 1000), Math.Clamp(size.Height, 50, 500));
    }

    public void Rescale(float factor)
    {
        Note($"Rescale {factor}");
        _size = new((int)(400 * factor), (int)(300 * factor));
    }

    public bool KeyDown(in KeyStroke key)
    {
        Fail(nameof(KeyDown));
        Keys.Add(key);
        return UsesInput;
    }

    public bool Wheel(float distance)
    {
        Note($"Wheel {distance}");
        return UsesInput;
    }

    public void FileReady() => Note("FileReady");

    public void Tick()
    {
        Fail(nameof(Tick));
        OnTick?.Invoke();
    }

    private void Note(string call)
    {
        calls.Add(call);
        Fail(call);
    }

    private void Fail(string call)
    {
        if (FailsIn.Length > 0 && call.StartsWith(FailsIn, StringComparison.Ordinal))
            throw new InvalidOperationException(call);
    }
}
